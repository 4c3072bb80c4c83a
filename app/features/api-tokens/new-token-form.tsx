import { getFormProps, useForm } from '@conform-to/react';
import type { SubmissionResult } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod';
import { Form, useNavigation } from '@remix-run/react';
import { KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Card } from '#app/components/card.tsx';
import { Checkbox } from '#app/components/checkbox.tsx';
import { Field } from '#app/components/field.tsx';
import { Fieldset } from '#app/components/fieldset.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { NumberStepper } from '#app/components/number-stepper.tsx';
import { Select } from '#app/components/select.tsx';
import { Stack } from '#app/components/stack.tsx';
import { AccountField } from '#app/features/accounts/account-field.tsx';
import { apiTokenFormSchema, LIFETIMES_D, PER_MINUTE } from './api-token-form.ts';
import { SCOPE_IDS, SCOPES } from './scopes.ts';

interface NewTokenFormProps {
  className: string;
  lastResult: SubmissionResult | undefined;
}

/** What most programs need. */
const USUAL_SCOPES = ['pictures:make', 'pictures:read'];

export function NewTokenForm({ className, lastResult }: NewTokenFormProps) {
  const { t } = useTranslation();
  const [form, fields] = useForm({
    id: 'token',
    lastResult,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: apiTokenFormSchema }),
  });
  const isBusy = useNavigation().formData?.get('intent') === 'create';
  return (
    <Card title={t('New token')}>
      <Form method="post" {...getFormProps(form)}>
        <Stack>
          <FormError errors={form.errors} />
          <p>
            {t('It works in {{className}}, with its limits and its teacher’s rules.', {
              className,
            })}
          </p>
          <AccountField field={fields.name} label={t('What is it for?')} autoComplete="off" />
          <Fieldset
            id={fields.scopes.id}
            legend={t('What may it do?')}
            errors={fields.scopes.errors}
          >
            {SCOPE_IDS.map((scope) => (
              <Checkbox
                key={scope}
                id={`scope-${scope}`}
                name="scopes"
                value={scope}
                label={t(SCOPES[scope])}
                defaultChecked={USUAL_SCOPES.includes(scope)}
              />
            ))}
          </Fieldset>
          <Field
            id={fields.perMinute.id}
            label={t('Requests a minute')}
            errors={fields.perMinute.errors}
          >
            <NumberStepper
              id={fields.perMinute.id}
              name="perMinute"
              defaultValue={PER_MINUTE.usual}
              min={PER_MINUTE.least}
              max={PER_MINUTE.most}
            />
          </Field>
          <Field id={fields.lifetimeD.id} label={t('Works for')} errors={fields.lifetimeD.errors}>
            <Select
              id={fields.lifetimeD.id}
              name="lifetimeD"
              defaultValue="30"
              options={LIFETIMES_D.map((days) => ({
                value: days,
                label: t('{{days}} days', { days }),
              }))}
            />
          </Field>
          <Button name="intent" value="create" icon={<KeyRound aria-hidden />} busy={isBusy}>
            {t('Make the token')}
          </Button>
        </Stack>
      </Form>
    </Card>
  );
}
