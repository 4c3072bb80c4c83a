import { getFormProps, useForm } from '@conform-to/react';
import type { SubmissionResult } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod';
import { Form, useNavigation } from '@remix-run/react';
import { Webhook } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Card } from '#app/components/card.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { Stack } from '#app/components/stack.tsx';
import { AccountField } from '#app/features/accounts/account-field.tsx';
import { webhookFormSchema } from './webhook-form.ts';

interface NewWebhookFormProps {
  className: string;
  lastResult: SubmissionResult | undefined;
}

export function NewWebhookForm({ className, lastResult }: NewWebhookFormProps) {
  const { t } = useTranslation();
  const [form, fields] = useForm({
    id: 'webhook',
    lastResult,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: webhookFormSchema }),
  });
  const isBusy = useNavigation().formData?.get('intent') === 'create';
  return (
    <Card title={t('New webhook')}>
      <Form method="post" {...getFormProps(form)}>
        <Stack>
          <FormError errors={form.errors} />
          <p>{t('It is told of your pictures in {{className}}.', { className })}</p>
          <AccountField
            field={fields.url}
            label={t('Address of your program')}
            autoComplete="off"
            placeholder="https://"
            verbatim
          />
          <Button name="intent" value="create" icon={<Webhook aria-hidden />} busy={isBusy}>
            {t('Add the webhook')}
          </Button>
        </Stack>
      </Form>
    </Card>
  );
}
