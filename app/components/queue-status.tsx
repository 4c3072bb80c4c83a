import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
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
  const { t } = useTranslation();
  const { label, place, placeLabel = t('in the queue'), estimate, step, steps, action } = props;
  const waiting = place !== undefined;
  return (
    <div className={css.status}>
      <div className={css.row}>
        {waiting && <span className={css.place}>{place}</span>}
        <div className={css.words}>
          <p className={css.label}>
            {waiting && <span className="visually-hidden">{placeLabel}. </span>}
            {label}
          </p>
          {(waiting || estimate) && (
            <p className={css.detail}>
              {waiting && <span aria-hidden>{placeLabel}</span>}
              {waiting && estimate && ' · '}
              {estimate}
            </p>
          )}
        </div>
        {action}
      </div>
      <ProgressBar label={label} hideLabel value={waiting ? undefined : step} max={steps} />
    </div>
  );
}
