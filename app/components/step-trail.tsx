import { Link } from '@remix-run/react';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './step-trail.module.css';

export interface TrailStep {
  id: string;
  label: ReactNode;
  state: 'done' | 'current' | 'todo' | 'locked';
  /** Where it leads; a locked step leads nowhere. */
  to?: string;
}

interface StepTrailProps {
  label: string;
  steps: TrailStep[];
  /** What a screen reader hears after the label of a step. */
  stateLabels?: Partial<Record<TrailStep['state'], string>>;
}

/** The steps of a lesson as dabs of paint along a line. */
export function StepTrail({ label, steps, stateLabels }: StepTrailProps) {
  const { t } = useTranslation();
  const words = {
    done: t('done'),
    current: t('now'),
    todo: '',
    locked: t('locked'),
    ...stateLabels,
  };
  const now = steps.findIndex((step) => step.state === 'current');
  return (
    <nav aria-label={label} className={css.nav}>
      <ol className={css.trail}>
        {steps.map((step, index) => {
          const inside = (
            <>
              <span className={css.dab} aria-hidden>
                {step.state === 'done' ? <Check /> : index + 1}
              </span>
              <span className={css.label}>{step.label}</span>
              {words[step.state] && <span className="visually-hidden">, {words[step.state]}</span>}
            </>
          );
          return (
            <li key={step.id} className={css.step} data-state={step.state}>
              {step.to && step.state !== 'locked' ? (
                <Link
                  to={step.to}
                  className={css.inside}
                  aria-current={step.state === 'current' ? 'step' : undefined}
                >
                  {inside}
                </Link>
              ) : (
                <span
                  className={css.inside}
                  aria-current={step.state === 'current' ? 'step' : undefined}
                >
                  {inside}
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {/* Where the trail is too narrow for words, the one that counts stands under it. */}
      {now >= 0 && (
        <p className={css.now} aria-hidden>
          <span className={css.count}>
            {now + 1}/{steps.length}
          </span>{' '}
          {steps[now]?.label}
        </p>
      )}
    </nav>
  );
}
