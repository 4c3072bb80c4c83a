import { Field } from '#app/components/field.tsx';
import { Notice } from '#app/components/notice.tsx';
import { RadioCards } from '#app/components/radio-cards.tsx';
import { TextArea } from '#app/components/text-area.tsx';
import type { ActivityProps } from './activity-props.ts';
import { errorsOf, StepForm } from './step-form.tsx';

/** A guess and its reason, locked before any picture is made. */
export function PredictForm({ activity, page, stepId, refusal }: ActivityProps<'predict'>) {
  const { evidence } = page;
  if (evidence?.kind === 'predict')
    return (
      <Notice tone="success" title="Locked in">
        <p>
          <strong>{activity.choices[evidence.choice]}</strong>
        </p>
        <p>Because: {evidence.reason}</p>
      </Notice>
    );
  return (
    <StepForm
      stepId={stepId}
      intent="predict"
      submitLabel="Lock my prediction"
      refusal={refusal}
      fields={['choice', 'reason']}
      disabled={!page.canAnswer}
    >
      <RadioCards
        id="choice"
        name="choice"
        legend="I expect"
        layout="list"
        options={activity.choices.map((label, index) => ({ value: String(index), label }))}
        errors={errorsOf(refusal, 'choice')}
      />
      <Field id="reason" label="Because" errors={errorsOf(refusal, 'reason')}>
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
