import type { ReactNode } from 'react';
import { ProgressBar } from './progress-bar.tsx';
import css from './queue-status.module.css';

interface QueueStatusProps {
  /** What happens now: "Waiting", "Drawing". */
  label: ReactNode;
  /** Place in the queue, 1 is next; leave out once drawing has begun. */
  place?: number;
  placeLabel?: string;
  /** Such as "about 40 seconds". */
  estimate?: string;
  step?: number;
  steps?: number;
  /** A cancel button. */
  action?: ReactNode;
}

/** Where a requested picture is: its place in the queue, then its steps. */
export function QueueStatus(props: QueueStatusProps) {
  const { label, place, placeLabel = 'in the queue', estimate, step, steps, action } = props;
  return (
    <div className={css.status}>
      <div className={css.row}>
        {place !== undefined && (
          <p className={css.place}>
            <span className={css.number}>{place}</span> {placeLabel}
          </p>
        )}
        <p className={css.estimate}>{estimate}</p>
        {action}
      </div>
      <ProgressBar label={label} value={place === undefined ? step : undefined} max={steps} />
    </div>
  );
}
