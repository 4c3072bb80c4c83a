import { getFormProps, getInputProps, getSelectProps, useForm } from '@conform-to/react';
import type { SubmissionResult } from '@conform-to/react';
import { getZodConstraint, parseWithZod } from '@conform-to/zod';
import { Form, useNavigation } from '@remix-run/react';
import type { z } from 'zod';
import { useTranslation } from 'react-i18next';
import { AccountField } from '#app/features/accounts/account-field.tsx';
import { Button } from '#app/components/button.tsx';
import { Card } from '#app/components/card.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { Field } from '#app/components/field.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { NumberStepper } from '#app/components/number-stepper.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Select } from '#app/components/select.tsx';
import { Split } from '#app/components/split.tsx';
import { Stack } from '#app/components/stack.tsx';
import { TextArea } from '#app/components/text-area.tsx';
import { assignmentFormSchema } from './assignment-form.ts';
import type { AssignmentForm } from './assignment-form.ts';
import { TimeField } from './time-field.tsx';
import type { AssignmentChoices } from './find-assignment-choices.server.ts';
import type { AssignmentFields } from './find-assignment-fields.server.ts';

interface AssignmentFormPageProps {
  back: { to: string; label: string };
  choices: AssignmentChoices;
  /** None for a new assignment. */
  fields: AssignmentFields | null;
  lastResult?: SubmissionResult;
}

/** Making an assignment, or changing one. */
export function AssignmentFormPage(props: AssignmentFormPageProps) {
  const { t } = useTranslation();
  const { back, choices, fields: before, lastResult } = props;
  const [form, fields] = useForm<z.input<typeof assignmentFormSchema>, AssignmentForm>({
    id: 'assignment',
    lastResult,
    defaultValue: before ?? { pictures: '1', words: '0', peerCount: '0' },
    constraint: getZodConstraint(assignmentFormSchema),
    onValidate: ({ formData }) => parseWithZod(formData, { schema: assignmentFormSchema }),
    shouldRevalidate: 'onInput',
  });
  const busyWith = useNavigation().formData?.get('intent');
  return (
    <Stack gap="large">
      <PageHeader title={before ? t('Change the assignment') : t('New assignment')} back={back} />
      <Form method="post" {...getFormProps(form)}>
        {before && <input type="hidden" name="revision" value={before.revision} />}
        <Split
          aside={
            <>
              <Card title={t('When')}>
                <Stack>
                  <TimeField
                    field={fields.opensAt}
                    label={t('Opens')}
                    hint={t('Empty: at once.')}
                  />
                  <TimeField
                    field={fields.dueAt}
                    label={t('Due')}
                    hint={t('Later work is taken and marked late.')}
                  />
                  <TimeField
                    field={fields.cutoffAt}
                    label={t('Closes')}
                    hint={t('After it nothing is taken.')}
                  />
                </Stack>
              </Card>
              <Card title={t('For whom')}>
                <Stack>
                  <Choice
                    field={fields.groupId}
                    label={t('Students')}
                    placeholder={t('The whole class')}
                  >
                    {choices.groups}
                  </Choice>
                  <Count
                    field={fields.peerCount}
                    label={t('Reviews of others')}
                    hint={t('How many works of others each student reviews, without names.')}
                    max={5}
                  />
                </Stack>
              </Card>
            </>
          }
        >
          <Card>
            <Stack>
              <FormError errors={form.errors ?? fields.intent.errors} />
              <AccountField field={fields.title} label={t('Title')} autoComplete="off" />
              <Field
                id={fields.instructions.id}
                label={t('What to do')}
                note={t('optional')}
                errors={fields.instructions.errors}
              >
                <TextArea
                  id={fields.instructions.id}
                  name={fields.instructions.name}
                  rows={5}
                  defaultValue={fields.instructions.initialValue}
                  aria-describedby={fields.instructions.errorId}
                />
              </Field>
              <Choice
                field={fields.lessonSlug}
                label={t('Lesson')}
                placeholder={t('No lesson: free work')}
              >
                {choices.lessons}
              </Choice>
              <Count field={fields.pictures} label={t('Pictures to attach')} max={12} />
              <Count
                field={fields.words}
                label={t('Words to write')}
                hint={t('0 where no written part is needed.')}
                max={1000}
              />
              {!before && (
                <Choice
                  field={fields.rubricFrom}
                  label={t('Rubric')}
                  placeholder={t('Make one afterwards, or go without')}
                >
                  {choices.rubrics}
                </Choice>
              )}
              <Cluster>
                <Button name="intent" value="release" busy={busyWith === 'release'}>
                  {t('Give it to students')}
                </Button>
                <Button name="intent" value="keep" variant="secondary" busy={busyWith === 'keep'}>
                  {t('Keep as a draft')}
                </Button>
              </Cluster>
            </Stack>
          </Card>
        </Split>
      </Form>
    </Stack>
  );
}

interface CountProps {
  field: Parameters<typeof getInputProps>[0];
  label: string;
  hint?: string;
  max: number;
}

function Count({ field, label, hint, max }: CountProps) {
  const { key, ...bound } = getInputProps(field, { type: 'number' });
  return (
    <Field id={field.id} label={label} hint={hint} errors={field.errors}>
      <NumberStepper key={key} {...bound} min={0} max={max} />
    </Field>
  );
}

interface ChoiceProps {
  field: Parameters<typeof getSelectProps>[0];
  label: string;
  placeholder: string;
  children: { value: string; label: string }[];
}

function Choice({ field, label, placeholder, children }: ChoiceProps) {
  const { key, ...bound } = getSelectProps(field);
  return (
    <Field id={field.id} label={label} errors={field.errors}>
      <Select key={key} {...bound} options={children} placeholder={placeholder} />
    </Field>
  );
}
