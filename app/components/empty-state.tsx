import type { ReactNode } from 'react';
import css from './empty-state.module.css';

interface EmptyStateProps {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  drawing?: 'canvas' | 'frames' | 'done';
}

/** Where there is nothing yet: what will be here, and the first thing to do. */
export function EmptyState({ title, children, action, drawing = 'canvas' }: EmptyStateProps) {
  const Drawing = { canvas: BlankCanvas, frames: EmptyFrames, done: FinishedPicture }[drawing];
  return (
    <div className={css.empty}>
      <Drawing />
      <h2 className={css.title}>{title}</h2>
      {children && <div className={css.words}>{children}</div>}
      {action && <div>{action}</div>}
    </div>
  );
}

function BlankCanvas() {
  return (
    <svg className={css.drawing} viewBox="0 0 200 150" aria-hidden>
      <path className={css.ground} d="M18 140c36-7 128-7 164 0" />
      <path className={css.wood} d="M100 12v12M74 106l-22 34M126 106l22 34M100 106v30" />
      <rect className={css.paper} x="52" y="22" width="96" height="78" rx="5" />
      <path className={css.wood} d="M44 106h112" />
      <path className={css.ochre} d="M68 78c8-18 16 8 25-8s15-6 21-12" />
      <path className={css.brush} d="m116 56 30-36" />
      <path className={css.tip} d="m112 62 2-9 6 5Z" />
    </svg>
  );
}

function EmptyFrames() {
  return (
    <svg className={css.drawing} viewBox="0 0 200 150" aria-hidden>
      <path className={css.string} d="M42 44 66 22l24 22M112 34l20-18 20 18" />
      <rect className={css.paper} x="30" y="44" width="72" height="56" rx="4" />
      <rect className={css.mat} x="40" y="54" width="52" height="36" rx="2" />
      <rect className={css.paper} x="108" y="34" width="50" height="66" rx="4" />
      <rect className={css.mat} x="117" y="43" width="32" height="48" rx="2" />
      <path className={css.ground} d="M18 132c36-6 128-6 164 0" />
      <path className={css.ochre} d="M118 84c8-14 16-2 30-16" />
      <path className={css.green} d="M42 82c12-16 22 4 48-12" />
    </svg>
  );
}

function FinishedPicture() {
  return (
    <svg className={css.drawing} viewBox="0 0 200 150" aria-hidden>
      <path className={css.ground} d="M18 140c36-7 128-7 164 0" />
      <path className={css.wood} d="M100 12v12M74 106l-22 34M126 106l22 34M100 106v30" />
      <rect className={css.paper} x="52" y="22" width="96" height="78" rx="5" />
      <path className={css.wood} d="M44 106h112" />
      <circle className={css.sun} cx="124" cy="46" r="10" />
      <path
        className={css.hill}
        d="M58 86c12-22 26-24 42-8s26 8 42-10v20a5 5 0 0 1-5 5H63a5 5 0 0 1-5-5Z"
      />
    </svg>
  );
}
