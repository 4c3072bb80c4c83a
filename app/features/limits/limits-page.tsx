import { getFormProps, useForm } from '@conform-to/react';
import type { SubmissionResult } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod';
import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Checkbox } from '#app/components/checkbox.tsx';
import { Field } from '#app/components/field.tsx';
import { Fieldset } from '#app/components/fieldset.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Select } from '#app/components/select.tsx';
import { Stack } from '#app/components/stack.tsx';
import { TextInput } from '#app/components/text-input.tsx';
import { SIDES_PX, usesModel } from './class-limits.ts';
import type { ClassLimits } from './class-limits.ts';
import { limitsFormSchema } from './limits-form.ts';

interface LimitsPageProps {
  classId: string;
  className: string;
  models: { id: string; name: string }[];
  limits: ClassLimits;
  lastResult?: SubmissionResult;
}

/** What students of a class may use where they work freely. */
export function LimitsPage(props: LimitsPageProps) {
  const { t } = useTranslation();
  const { classId, className, models, limits, lastResult } = props;
  const [form, fields] = useForm({
    id: 'limits',
    lastResult,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: limitsFormSchema }),
  });
  const busy = useNavigation().formMethod === 'POST';
  return (
    <Stack gap="large">
      <PageHeader
        title={t('What students may use')}
        lead={t(
          'In the studio, in tables and from programs. Lessons get what they need, and don’t count.',
        )}
        back={{ to: `/classes/${classId}`, label: className }}
      />
      <Form method="post" {...getFormProps(form)}>
        <Stack>
          <FormError errors={form.errors} />
          <Field
            id="picturesAnHour"
            label={t('Pictures a student may make in an hour')}
            hint={t(
              'Empty for as many as they like. With a number, nothing is drawn while they type.',
            )}
            errors={fields.picturesAnHour.errors}
          >
            <TextInput
              id="picturesAnHour"
              name="picturesAnHour"
              inputMode="numeric"
              defaultValue={limits.picturesAnHour ?? ''}
              aria-describedby="picturesAnHour-description picturesAnHour-error"
            />
          </Field>
          <Fieldset id="models" legend={t('Models')} errors={fields.modelIds.errors}>
            {models.map(({ id, name }) => (
              <Checkbox
                key={id}
                id={`model-${id}`}
                name="modelIds"
                value={id}
                label={name}
                defaultChecked={usesModel(limits, id)}
              />
            ))}
          </Fieldset>
          <Field
            id="longestSidePx"
            label={t('Largest picture')}
            errors={fields.longestSidePx.errors}
          >
            <Select
              id="longestSidePx"
              name="longestSidePx"
              placeholder={t('As large as the models make them')}
              defaultValue={limits.longestSidePx ?? ''}
              options={SIDES_PX.map((side) => ({
                value: String(side),
                label: `${side} × ${side}`,
              }))}
            />
          </Field>
          <Fieldset legend={t('Besides words')}>
            <Checkbox
              id="hasControls"
              name="hasControls"
              label={t('Guide the layout by a sketch, a pose or another picture')}
              defaultChecked={limits.hasControls}
            />
            <Checkbox
              id="hasUploads"
              name="hasUploads"
              label={t('Bring in pictures from outside')}
              defaultChecked={limits.hasUploads}
            />
          </Fieldset>
          <div>
            <Button busy={busy}>{t('Save')}</Button>
          </div>
        </Stack>
      </Form>
    </Stack>
  );
}
