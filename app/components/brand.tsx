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
      <path
        className={css.hill}
        d="M7 22c4-6 8-7 12.5-3S28 23 33 17v6a2 2 0 0 1-2 2H9a2 2 0 0 1-2-2Z"
      />
      <circle className={css.sun} cx="26.5" cy="12.5" r="3" />
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
