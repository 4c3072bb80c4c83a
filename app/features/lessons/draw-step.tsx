import { useRevalidator } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#app/components/badge.tsx';
import { Notice } from '#app/components/notice.tsx';
import { Split } from '#app/components/split.tsx';
import { Stack } from '#app/components/stack.tsx';
import { GenerationProgress } from '#app/features/pictures/generation-progress.tsx';
import { isSettled } from '#app/features/pictures/generation-status.ts';
import type { GenerationStatus } from '#app/features/pictures/generation-status.ts';
import { useGenerations } from '#app/features/pictures/use-generations.ts';
import { DrawForm } from './draw-form.tsx';
import { DrawTable } from './draw-table.tsx';
import css from './draw-step.module.css';
import type { ActivityProps } from './activity-props.ts';
import { StepForm } from './step-form.tsx';

/** A generate step: the form, the pictures as they come, and the way on once they are enough. */
export function DrawStep(props: ActivityProps<'generate'>) {
  const { t } = useTranslation();
  const { activity, page, stepId, refusal } = props;
  const { work, canAnswer } = page;
  const initial = work?.kind === 'generate' ? work.generations : [];
  const generations = useGenerations({ ids: initial.map(({ id }) => id), initial });
  const settled = generations.filter(isSettled).length;
  const { revalidate } = useRevalidator();
  // What the step still needs is the server's to say, so it is asked when a picture is done.
  const known = useRef(settled);
  useEffect(() => {
    if (settled > known.current) revalidate();
    known.current = settled;
  }, [settled, revalidate]);
  if (work?.kind !== 'generate') return null;
  const { missing, found, done } = work;
  const shown =
    activity.gridSteps && activity.gridGuidance ? (
      <DrawTable
        generations={generations}
        cells={work.cells}
        steps={activity.gridSteps}
        guidances={activity.gridGuidance}
      />
    ) : (
      <Pictures generations={generations} closeness={work.closeness} />
    );
  return (
    <Split ratio="even" aside={shown}>
      <Stack gap="large">
        {activity.target && (
          <img
            className={css.target}
            src={`/lessons/${page.slug}/pictures/${activity.target}`}
            alt={activity.targetAlt}
            width={128}
            height={128}
          />
        )}
        {canAnswer && <DrawForm {...props} fields={work.fields} />}
        {found && (
          <Notice tone="success" live="polite">
            {found}
          </Notice>
        )}
        {canAnswer && !done && generations.length > 0 && (
          <div className={css.finish}>
            {missing ? (
              <Notice tone="info" live="polite">
                {missing}
              </Notice>
            ) : (
              <StepForm
                stepId={stepId}
                intent="generate"
                submitLabel={t('I am done here')}
                refusal={refusal}
                fields={[...activity.vary, 'startPictureId', 'table']}
              />
            )}
          </div>
        )}
      </Stack>
    </Split>
  );
}

interface PicturesProps {
  generations: GenerationStatus[];
  closeness: Record<string, number> | null;
}

function Pictures({ generations, closeness }: PicturesProps) {
  const { t } = useTranslation();
  if (generations.length === 0)
    return <p className={css.empty}>{t('Your pictures will appear here.')}</p>;
  return (
    <ul className={css.pictures} aria-label={t('Your pictures')}>
      {generations.map((generation) => (
        <li key={generation.id} className={css.picture}>
          <GenerationProgress generation={generation} linked={false} />
          {closeness?.[generation.id] !== undefined && (
            <div>
              <Badge tone={closeness[generation.id] === 100 ? 'success' : 'neutral'}>
                {t('names {{percent}} % of the secret words', {
                  percent: closeness[generation.id],
                })}
              </Badge>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
