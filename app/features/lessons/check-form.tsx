import { useTranslation } from 'react-i18next';
import { Notice } from '#app/components/notice.tsx';
import { RadioCards } from '#app/components/radio-cards.tsx';
import type { ActivityProps } from './activity-props.ts';
import { errorsOf, StepForm } from './step-form.tsx';

/** One question with one right answer; as many tries as it takes. */
export function CheckForm({ activity, page, stepId, refusal }: ActivityProps<'check'>) {
  const { t } = useTranslation();
  const { evidence } = page;
  if (evidence?.kind === 'check')
    return (
      <Notice tone="success" title={t('Right')} live="polite">
        {activity.choices[evidence.choice]}
      </Notice>
    );
  return (
    <StepForm
      stepId={stepId}
      intent="check"
      submitLabel={t('Check my answer')}
      refusal={refusal}
      fields={['choice']}
      disabled={!page.canAnswer}
    >
      <RadioCards
        id="choice"
        name="choice"
        legend={t('Your answer')}
        layout="list"
        options={activity.choices.map((label, index) => ({ value: String(index), label }))}
        errors={errorsOf(refusal, 'choice')}
      />
    </StepForm>
  );
}
