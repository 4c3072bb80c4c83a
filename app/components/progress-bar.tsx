import type { ReactNode } from 'react';
import css from './progress-bar.module.css';

interface ProgressBarProps {
  label: ReactNode;
  /** Leave out while nobody can know how far it is. */
  value?: number;
  max?: number;
  /** Right of the label: "step 12 of 20", "third in the queue", "about 40 seconds". */
  detail?: ReactNode;
  hideLabel?: boolean;
}

export function ProgressBar({ label, value, max = 1, detail, hideLabel }: ProgressBarProps) {
  return (
    <div className={css.wrap}>
      <label className={css.bar}>
        <span className={hideLabel ? 'visually-hidden' : css.label}>{label}</span>
        <progress className={css.progress} value={value} max={max} />
      </label>
      {detail && <span className={css.detail}>{detail}</span>}
    </div>
  );
}
