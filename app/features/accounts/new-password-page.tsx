import { getFormProps, useForm } from '@conform-to/react';
import type { SubmissionResult } from '@conform-to/react';
import { getZodConstraint, parseWithZod } from '@conform-to/zod';
import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { AccountField } from './account-field.tsx';
import { AccountPage } from './account-page.tsx';
import { newPasswordFormSchema } from './new-password-form.ts';
import css from './account-page.module.css';

export function NewPasswordPage({ lastResult }: { lastResult?: SubmissionResult }) {
  const { t } = useTranslation();
  const [form, fields] = useForm({
    id: 'new-password',
    lastResult,
    constraint: getZodConstraint(newPasswordFormSchema),
    onValidate: ({ formData }) => parseWithZod(formData, { schema: newPasswordFormSchema }),
    shouldRevalidate: 'onInput',
  });
  const busy = useNavigation().formAction === '/new-password';
  return (
    <AccountPage
      title={t('Choose a new password')}
      lead={t('Your teacher can give you a code for this. It works once, within a day.')}
    >
      <Form method="post" {...getFormProps(form)} className={css.form}>
        <FormError id={form.errorId} errors={form.errors} />
        <AccountField
          field={fields.username}
          label={t('Username')}
          autoComplete="username"
          verbatim
        />
        <AccountField
          field={fields.code}
          label={t('Code from your teacher')}
          autoComplete="one-time-code"
          placeholder="ABCD 2345"
          verbatim
        />
        <AccountField
          field={fields.password}
          label={t('New password')}
          hint={t('At least 8 characters. Three words are easy to remember.')}
          type="password"
          autoComplete="new-password"
        />
        <Button size="large" busy={busy}>
          {t('Save and sign in')}
        </Button>
      </Form>
    </AccountPage>
  );
}
