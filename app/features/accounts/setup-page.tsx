import { getFormProps, getInputProps, useForm } from '@conform-to/react';
import type { SubmissionResult } from '@conform-to/react';
import { getZodConstraint, parseWithZod } from '@conform-to/zod';
import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { Notice } from '#app/components/notice.tsx';
import { AccountField } from './account-field.tsx';
import { AccountPage } from './account-page.tsx';
import { setupFormSchema } from './setup-form.ts';
import css from './account-page.module.css';

interface SetupPageProps {
  lastResult?: SubmissionResult;
  /** Null where the link is wrong, used or too old. */
  token: string | null;
}

export function SetupPage({ lastResult, token }: SetupPageProps) {
  const { t } = useTranslation();
  const [form, fields] = useForm({
    id: 'setup',
    lastResult,
    defaultValue: { token },
    constraint: getZodConstraint(setupFormSchema),
    onValidate: ({ formData }) => parseWithZod(formData, { schema: setupFormSchema }),
    shouldRevalidate: 'onInput',
  });
  const busy = useNavigation().formAction?.startsWith('/setup') ?? false;
  if (!token)
    return (
      <AccountPage title={t('Set up Easel')}>
        <Notice tone="warning" title={t('This link does not work any more')}>
          {t('It is made for one use within a day. Start Easel again to get a new one.')}
        </Notice>
      </AccountPage>
    );
  const { key, ...tokenInput } = getInputProps(fields.token, { type: 'hidden' });
  return (
    <AccountPage
      title={t('Set up Easel')}
      lead={t('Make the first account, which looks after this site, and its first class.')}
    >
      <Form method="post" {...getFormProps(form)} className={css.form}>
        <FormError id={form.errorId} errors={form.errors} />
        <input key={key} {...tokenInput} value={token} readOnly />
        <AccountField
          field={fields.displayName}
          label={t('Your name')}
          hint={t('As your students know you')}
          autoComplete="name"
        />
        <AccountField
          field={fields.username}
          label={t('Username')}
          autoComplete="username"
          verbatim
        />
        <AccountField
          field={fields.password}
          label={t('Password')}
          hint={t('At least 12 characters. Four words are easy to remember.')}
          type="password"
          autoComplete="new-password"
        />
        <AccountField field={fields.className} label={t('First class')} autoComplete="off" />
        <Button size="large" busy={busy}>
          {t('Open the classroom')}
        </Button>
      </Form>
    </AccountPage>
  );
}
