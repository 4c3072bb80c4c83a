import { useTranslation } from 'react-i18next';
import { useSay } from '#app/components/use-say.ts';
import { Disclosure } from '#app/components/disclosure.tsx';
import type { ProcessStep } from './find-process.server.ts';
import css from './process-list.module.css';

/** How a picture came about: each request before it and what was changed, oldest first. */
export function ProcessList({ steps }: { steps: ProcessStep[] }) {
  const { t } = useTranslation();
  const say = useSay();
  if (steps.length < 2) return null;
  return (
    <Disclosure
      summary={t('How it came about')}
      detail={t('{{count}} attempts', { count: steps.length })}
    >
      {/* Wider than a phone: it scrolls by keyboard too. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ol className={css.steps} tabIndex={0} aria-label={t('Attempts, oldest first')}>
        {steps.map((step) => (
          <li key={step.generationId} className={css.step} data-this={step.isThis || undefined}>
            {step.pictureId ? (
              <img
                src={`/pictures/${step.pictureId}/thumbnail`}
                alt={step.alt}
                width={136}
                height={136}
                loading="lazy"
              />
            ) : (
              <span className={css.blank}>
                {step.failure ? say(step.failure) : t('No picture')}
              </span>
            )}
            <span>{step.prompt}</span>
            {step.changed.length > 0 && (
              <span className={css.changed}>
                {t('Changed: {{changed}}', {
                  changed: step.changed.map((name) => t(name)).join(', '),
                })}
              </span>
            )}
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
