import { useTranslation } from 'react-i18next';
import { Field } from '#app/components/field.tsx';
import { Notice } from '#app/components/notice.tsx';
import { RadioCards } from '#app/components/radio-cards.tsx';
import { TextArea } from '#app/components/text-area.tsx';
import type { ActivityProps } from './activity-props.ts';
import { errorsOf, StepForm } from './step-form.tsx';

/** A guess and its reason, locked before any picture is made. */
export function PredictForm({ activity, page, stepId, refusal }: ActivityProps<'predict'>) {
  const { t } = useTranslation();
  const { evidence } = page;
  if (evidence?.kind === 'predict')
    return (
      <Notice tone="success" title={t('Locked in')}>
        <p>
          <strong>{activity.choices[evidence.choice]}</strong>
        </p>
        <p>{t('Because: {{reason}}', { reason: evidence.reason })}</p>
      </Notice>
    );
  return (
    <StepForm
      stepId={stepId}
      intent="predict"
      submitLabel={t('Lock my prediction')}
      refusal={refusal}
      fields={['choice', 'reason']}
      disabled={!page.canAnswer}
    >
      <RadioCards
        id="choice"
        name="choice"
        legend={t('I expect')}
        layout="list"
        options={activity.choices.map((label, index) => ({ value: String(index), label }))}
        errors={errorsOf(refusal, 'choice')}
      />
      <Field id="reason" label={t('Because')} errors={errorsOf(refusal, 'reason')}>
        <TextArea
          id="reason"
          name="reason"
          rows={2}
          maxLength={2000}
          aria-describedby="reason-error"
        />
      </Field>
    </StepForm>
  );
}
