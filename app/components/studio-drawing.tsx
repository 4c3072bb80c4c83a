import css from './studio-drawing.module.css';

/** A landscape half painted on its easel: for the first page, as large as its place allows. */
export function StudioDrawing({ className }: { className?: string }) {
  return (
    <svg className={`${css.drawing} ${className ?? ''}`} viewBox="30 30 420 500" aria-hidden>
      <g className={css.wood}>
        <path d="M240 60v40M176 400l-54 116M304 400l54 116M240 400v90" />
      </g>
      <rect className={css.canvas} x="82" y="96" width="316" height="300" rx="10" />
      <rect className={css.sky} x="98" y="112" width="284" height="268" rx="4" />
      <circle className={css.sun} cx="304" cy="186" r="36" />
      <path className={css.far} d="M98 290c50-66 92-70 138-22s92 22 146-46v158H98Z" />
      <path className={css.near} d="M98 340c60-44 118-34 164-2s84 14 120-22v64H98Z" />
      <path
        className={css.unfinished}
        d="M316 112h62a4 4 0 0 1 4 4v264H268l16-40-10-44 26-50-8-62Z"
      />
      <path className={css.sketch} d="M300 316c28 8 54-2 82-24M294 262c34 6 60-12 88-44" />
      <path className={css.ledge} d="M58 400h364" />
      <path className={css.brush} d="m298 286 92-120" />
      <path className={css.bristle} d="m286 302 4-22 16 12Z" />
    </svg>
  );
}
