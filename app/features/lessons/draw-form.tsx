import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '#app/components/field.tsx';
import { NumberStepper } from '#app/components/number-stepper.tsx';
import { Select } from '#app/components/select.tsx';
import { Stack } from '#app/components/stack.tsx';
import { TextArea } from '#app/components/text-area.tsx';
import { TextInput } from '#app/components/text-input.tsx';
import { SAMPLER_NAMES } from '#app/features/pictures/sampler-names.ts';
import { ReadAs } from '#app/features/studio/read-as.tsx';
import type { VariedField } from '#lessons/schema.ts';
import type { DrawWork } from './find-work.server.ts';
import type { ActivityProps } from './activity-props.ts';
import { DrawInputs } from './draw-inputs.tsx';
import { errorsOf, StepForm } from './step-form.tsx';

interface DrawFormProps extends ActivityProps<'generate'> {
  fields: DrawWork['fields'];
}

/** The settings that a step leaves to the student; those that it holds fixed are shown beside them. */
export function DrawForm({ activity, page, stepId, refusal, fields }: DrawFormProps) {
  const { t } = useTranslation();
  const { vary, gridSteps, gridGuidance, seeds, models, rows, enlarge, replay } = activity;
  const table = gridSteps && gridGuidance ? gridSteps.length * gridGuidance.length : 0;
  const perPress = table || rows || models || seeds?.length || 1;
  const varies = (field: VariedField) => vary.includes(field);
  return (
    <StepForm
      stepId={stepId}
      intent="draw"
      submitLabel={
        replay
          ? t('Draw the whole table again')
          : enlarge
            ? t('Make it {{enlarge}} times larger', { enlarge })
            : perPress > 1
              ? t('Generate {{perPress}} pictures', { perPress })
              : t('Generate')
      }
      refusal={refusal}
      fields={[...vary, 'startPictureId', 'table']}
    >
      <input type="hidden" name="attempt" value={page.attempt} />
      {!replay && !enlarge && (
        <PromptField initial={fields.prompt} fixed={!varies('prompt')} refusal={refusal} />
      )}
      <DrawInputs activity={activity} page={page} refusal={refusal} fields={fields} />
      {varies('negativePrompt') ? (
        <Field
          id="negativePrompt"
          label={t('Negative prompt')}
          hint={t('What you do not want to see. No “no” in front of it.')}
          errors={errorsOf(refusal, 'negativePrompt')}
        >
          <TextInput
            id="negativePrompt"
            name="negativePrompt"
            defaultValue={fields.negativePrompt}
            autoComplete="off"
          />
        </Field>
      ) : (
        fields.negativePrompt && (
          <p>
            {t('Negative prompt: {{negativePrompt}}', { negativePrompt: fields.negativePrompt })}
          </p>
        )
      )}
      {varies('seed') && (
        <Field id="seed" label={t('Seed')} errors={errorsOf(refusal, 'seed')}>
          <TextInput id="seed" name="seed" inputMode="numeric" defaultValue={fields.seed ?? '1'} />
        </Field>
      )}
      {varies('steps') && (
        <Field id="steps" label={t('Steps')} errors={errorsOf(refusal, 'steps')}>
          <NumberStepper id="steps" name="steps" min={1} max={100} defaultValue={fields.steps} />
        </Field>
      )}
      {varies('guidance') && (
        <Field id="guidance" label={t('Guidance')} errors={errorsOf(refusal, 'guidance')}>
          <NumberStepper
            id="guidance"
            name="guidance"
            min={0}
            max={30}
            step={0.5}
            defaultValue={fields.guidance}
          />
        </Field>
      )}
      {varies('sampler') && (
        <Field id="sampler" label={t('Sampler')} errors={errorsOf(refusal, 'sampler')}>
          <Select
            id="sampler"
            name="sampler"
            defaultValue={fields.sampler}
            options={Object.entries(SAMPLER_NAMES).map(([value, label]) => ({ value, label }))}
          />
        </Field>
      )}
    </StepForm>
  );
}

interface PromptFieldProps {
  initial: string;
  fixed: boolean;
  refusal: ActivityProps<'generate'>['refusal'];
}

function PromptField({ initial, fixed, refusal }: PromptFieldProps) {
  const { t } = useTranslation();
  const [prompt, setPrompt] = useState(initial);
  if (fixed)
    return (
      <Stack gap="small">
        <strong>{t('Prompt')}</strong>
        <ReadAs prompt={initial} dialect="classroom" />
      </Stack>
    );
  return (
    <Stack gap="small">
      <Field id="prompt" label={t('Prompt')} errors={errorsOf(refusal, 'prompt')}>
        <TextArea
          id="prompt"
          name="prompt"
          size="large"
          rows={3}
          value={prompt}
          maxLength={4000}
          aria-describedby="prompt-error prompt-read-as"
          onChange={(event) => setPrompt(event.currentTarget.value)}
        />
      </Field>
      <ReadAs id="prompt-read-as" prompt={prompt} dialect="classroom" />
    </Stack>
  );
}
