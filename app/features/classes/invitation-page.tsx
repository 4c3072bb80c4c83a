import { getFormProps, useForm } from '@conform-to/react';
import type { SubmissionResult } from '@conform-to/react';
import { getZodConstraint, parseWithZod } from '@conform-to/zod';
import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AccountField } from '#app/features/accounts/account-field.tsx';
import { AccountPage } from '#app/features/accounts/account-page.tsx';
import css from '#app/features/accounts/account-page.module.css';
import { Button } from '#app/components/button.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { Notice } from '#app/components/notice.tsx';
import { acceptFormSchema, newTeacherFormSchema } from './invitation-form.ts';

interface InvitationPageProps {
  /** Null where the invitation is not good any more; without a class it is one to the school. */
  invitation: { className: string | null } | null;
  token: string;
  signedInAs: string | null;
  lastResult?: SubmissionResult;
}

export function InvitationPage(props: InvitationPageProps) {
  const { t } = useTranslation();
  const { invitation, token, signedInAs, lastResult } = props;
  const schema = signedInAs ? acceptFormSchema : newTeacherFormSchema;
  const [form, fields] = useForm<{ displayName: string; username: string; password: string }>({
    id: 'invitation',
    lastResult,
    constraint: getZodConstraint(schema),
    onValidate: ({ formData }) => parseWithZod(formData, { schema }) as never,
    shouldRevalidate: 'onInput',
  });
  const busy = useNavigation().formMethod === 'POST';
  if (!invitation)
    return (
      <AccountPage title={t('Teach with Easel')}>
        <Notice tone="warning" title={t('This invitation does not work any more')}>
          {t('It is made for one use within a week. Ask for a new one.')}
        </Notice>
      </AccountPage>
    );
  const { className } = invitation;
  const lead = signedInAs
    ? t('You are signed in as {{signedInAs}}.', { signedInAs })
    : t('Make your account, or sign in first if you have one.');
  return (
    <AccountPage
      title={className ? t('Teach {{className}}', { className }) : t('Teach with Easel')}
      lead={lead}
    >
      <Form method="post" {...getFormProps(form)} className={css.form}>
        <FormError id={form.errorId} errors={form.errors} />
        <input type="hidden" name="token" value={token} />
        {!signedInAs && (
          <>
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
          </>
        )}
        <Button size="large" busy={busy}>
          {className ? t('Teach this class') : t('Make my account')}
        </Button>
      </Form>
    </AccountPage>
  );
}
