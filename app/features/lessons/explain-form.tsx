import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
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
  const { t } = useTranslation();
  const { work, evidence, canAnswer } = page;
  const claim = useRef<HTMLTextAreaElement>(null);
  const pictures = work?.kind === 'pictures' ? work.pictures : [];
  if (evidence?.kind === 'explain')
    return (
      <Notice tone="success" title={t('Your claim')} live="polite">
        <p>{evidence.claim}</p>
        <p>
          {t('It points at {{count}} of your pictures.', { count: evidence.generationIds.length })}
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
      submitLabel={t('Hand in my claim')}
      refusal={refusal}
      fields={['claim', 'pictures']}
      disabled={!canAnswer}
    >
      <Field id="claim" label={t('My claim')} errors={errorsOf(refusal, 'claim')}>
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
        legend={t('Point at the pictures that show it')}
        pictures={pictures}
        errors={errorsOf(refusal, 'pictures')}
      />
    </StepForm>
  );
}
