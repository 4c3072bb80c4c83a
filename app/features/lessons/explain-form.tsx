import { useRef } from 'react';
import { Button } from '#app/components/button.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { Field } from '#app/components/field.tsx';
import { Notice } from '#app/components/notice.tsx';
import { TextArea } from '#app/components/text-area.tsx';
import { PictureChooser } from './picture-chooser.tsx';
import type { ActivityProps } from './activity-props.ts';
import { errorsOf, StepForm } from './step-form.tsx';

/** A claim in the student's own words, and the pictures that it points at. */
export function ExplainForm({ activity, page, stepId, refusal }: ActivityProps<'explain'>) {
  const { work, evidence, canAnswer } = page;
  const claim = useRef<HTMLTextAreaElement>(null);
  const pictures = work?.kind === 'pictures' ? work.pictures : [];
  if (evidence?.kind === 'explain')
    return (
      <Notice tone="success" title="Your claim" live="polite">
        <p>{evidence.claim}</p>
        <p>
          {evidence.generationIds.length === 1
            ? 'It points at one of your pictures.'
            : `It points at ${evidence.generationIds.length} of your pictures.`}
        </p>
      </Notice>
    );

  function begin(starter: string) {
    if (!claim.current) return;
    claim.current.value = `${starter.replace(/\s*…\s*$/, '')} `;
    claim.current.focus();
  }

  return (
    <StepForm
      stepId={stepId}
      intent="explain"
      submitLabel="Hand in my claim"
      refusal={refusal}
      fields={['claim', 'pictures']}
      disabled={!canAnswer}
    >
      <Field id="claim" label="My claim" errors={errorsOf(refusal, 'claim')}>
        <TextArea
          id="claim"
          name="claim"
          rows={4}
          maxLength={2000}
          inputRef={claim}
          aria-describedby="claim-error"
        />
      </Field>
      {activity.choices.length > 0 && (
        <Cluster>
          {activity.choices.map((starter) => (
            <Button
              key={starter}
              type="button"
              variant="secondary"
              size="small"
              onClick={() => begin(starter)}
            >
              {starter}
            </Button>
          ))}
        </Cluster>
      )}
      <PictureChooser
        legend="Point at the pictures that show it"
        pictures={pictures}
        errors={errorsOf(refusal, 'pictures')}
      />
    </StepForm>
  );
}
