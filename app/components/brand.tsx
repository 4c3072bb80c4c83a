import css from './brand.module.css';

interface LogoProps {
  /** Leave out where the word "Easel" stands beside it. */
  title?: string;
  className?: string;
}

/** An easel with a picture being painted: the mark of the site. */
export function Logo({ title, className }: LogoProps) {
  return (
    <svg
      viewBox="0 0 40 40"
      className={className ?? css.logo}
      role={title ? 'img' : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
    >
      <g className={css.wood}>
        <path d="M20 2v4M13.5 29 9 38M26.5 29 31 38M20 29v7" />
      </g>
      <rect className={css.canvas} x="5.5" y="5.5" width="29" height="21" rx="3" />
      <path className={css.hill} d="M6 22.5c4-6.5 8-7.5 13-3.5s10 4 15-2.5v9H6Z" />
      <circle className={css.sun} cx="26.5" cy="12.5" r="3" />
      <rect className={css.frame} x="5.5" y="5.5" width="29" height="21" rx="3" />
      <path className={css.ledge} d="M4 29h32" />
    </svg>
  );
}

export function Wordmark() {
  return (
    <span className={css.wordmark}>
      <Logo />
      <span>Easel</span>
    </span>
  );
}
