import css from './skeleton.module.css';

interface SkeletonProps {
  shape?: 'text' | 'block' | 'picture';
  lines?: number;
  label?: string;
}

/** Holds the place of what is still loading. */
export function Skeleton({ shape = 'text', lines = 3, label = 'Loading' }: SkeletonProps) {
  return (
    <div className={css.skeleton} role="status" aria-label={label}>
      {shape === 'text' ? (
        Array.from({ length: lines }, (_, line) => <div key={line} className={css.line} />)
      ) : (
        <div className={css.block} data-shape={shape} />
      )}
    </div>
  );
}
