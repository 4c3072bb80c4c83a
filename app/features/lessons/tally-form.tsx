import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#app/components/notice.tsx';
import { ProgressBar } from '#app/components/progress-bar.tsx';
import { Select } from '#app/components/select.tsx';
import type { ActivityProps } from './activity-props.ts';
import { StepForm } from './step-form.tsx';
import css from './tally-form.module.css';
import { useCaption } from './use-caption.ts';

/** Each of the student's pictures is put into one category; the counts add up as they go. */
export function TallyForm({ activity, page, stepId, refusal }: ActivityProps<'tally'>) {
  const writeCaption = useCaption();
  const { t } = useTranslation();
  const { work, evidence, canAnswer } = page;
  const pictures = work?.kind === 'pictures' ? work.pictures : [];
  const [chosen, setChosen] = useState<Record<string, string>>({});
  if (evidence?.kind === 'tally')
    return <Counts labels={activity.choices} counts={evidence.counts} />;
  const done = Object.values(chosen).filter(Boolean).length;
  const counts = activity.choices.map(
    (_, index) => Object.values(chosen).filter((choice) => choice === String(index)).length,
  );
  return (
    <StepForm
      stepId={stepId}
      intent="tally"
      submitLabel={t('Hand in my tally')}
      refusal={refusal}
      disabled={!canAnswer}
    >
      <ProgressBar
        label={t('Counted')}
        value={done}
        max={activity.pictures}
        detail={t('{{done}} of {{pictures}}', { done, pictures: activity.pictures })}
      />
      {pictures.length === 0 && (
        <Notice tone="info">{t('Your pictures are not there yet.')}</Notice>
      )}
      <ul className={css.grid}>
        {pictures.map(({ generationId, pictureId, alt, caption }, index) => (
          <li key={generationId} className={css.picture}>
            <img src={`/pictures/${pictureId}/image`} alt={alt} width={128} height={128} />
            <span className={css.caption}>{writeCaption(caption)}</span>
            <input type="hidden" name={`tallies[${index}].id`} value={generationId} />
            <Select
              name={`tallies[${index}].choice`}
              aria-label={t('Picture {{index}}: {{caption}}', {
                index: index + 1,
                caption: writeCaption(caption),
              })}
              placeholder={t('What is it?')}
              options={activity.choices.map((label, at) => ({ value: String(at), label }))}
              onChange={(event) => {
                const { value } = event.currentTarget;
                setChosen((before) => ({ ...before, [generationId]: value }));
              }}
            />
          </li>
        ))}
      </ul>
      <Counts labels={activity.choices} counts={counts} />
    </StepForm>
  );
}

function Counts({ labels, counts }: { labels: string[]; counts: number[] }) {
  const most = Math.max(1, ...counts);
  return (
    <div className={css.counts}>
      {labels.map((label, index) => (
        <ProgressBar
          key={label}
          label={label}
          value={counts[index] ?? 0}
          max={most}
          detail={String(counts[index] ?? 0)}
        />
      ))}
    </div>
  );
}
