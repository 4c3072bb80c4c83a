import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Card } from '#app/components/card.tsx';
import { Stack } from '#app/components/stack.tsx';
import { GenerationProgress } from '#app/features/pictures/generation-progress.tsx';
import { useGenerations } from '#app/features/pictures/use-generations.ts';
import css from './concept-page.module.css';
import type { ConceptPage } from './find-concept.server.ts';

/** Pictures of what it had learned by then: the same prompts and seeds each time. */
export function Samples({ concept: { samples, statuses, steps } }: { concept: ConceptPage }) {
  const { t } = useTranslation();
  const generations = useGenerations({ ids: samples.map(({ id }) => id), initial: statuses });
  if (samples.length === 0) return null;
  const rounds = [...new Set(samples.map(({ step }) => step))].sort((a, b) => a - b);
  return (
    <Card title={t('What it has learned')}>
      <Stack gap="large">
        <p>
          {t('Each row has the same prompts and the same seeds, so only the training differs.')}
        </p>
        {rounds.map((step) => (
          <section key={step} aria-label={nameOf(t, step, steps)}>
            <h3 className={css.round}>{nameOf(t, step, steps)}</h3>
            <div className={css.samples}>
              {samples
                .filter((sample) => sample.step === step)
                .flatMap(({ id }) => {
                  const generation = generations.find((each) => each.id === id);
                  return generation
                    ? [<GenerationProgress key={id} generation={generation} />]
                    : [];
                })}
            </div>
          </section>
        ))}
      </Stack>
    </Card>
  );
}

function nameOf(t: TFunction, step: number, steps: number): string {
  if (step === 0) return t('Before');
  return step >= steps ? t('At the end') : t('After step {{step}}', { step });
}
