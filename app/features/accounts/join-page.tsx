import { getFormProps, useForm } from '@conform-to/react';
import type { SubmissionResult } from '@conform-to/react';
import { getZodConstraint, parseWithZod } from '@conform-to/zod';
import { Form, Link, useNavigation } from '@remix-run/react';
import { Trans, useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { AccountField } from './account-field.tsx';
import { AccountPage } from './account-page.tsx';
import { joinAgainFormSchema, joinFormSchema } from './join-form.ts';
import css from './account-page.module.css';

interface JoinPageProps {
  lastResult?: SubmissionResult;
  /** From a link or a printed card. */
  code: string;
  /** Somebody who is signed in brings the code only. */
  signedInAs: string | null;
}

export function JoinPage({ lastResult, code, signedInAs }: JoinPageProps) {
  const { t } = useTranslation();
  const schema = signedInAs ? joinAgainFormSchema : joinFormSchema;
  const [form, fields] = useForm<{ code: string; username: string; password: string }>({
    id: 'join',
    lastResult,
    defaultValue: { code },
    constraint: getZodConstraint(schema),
    onValidate: ({ formData }) => parseWithZod(formData, { schema }) as never,
    shouldRevalidate: 'onInput',
  });
  const busy = useNavigation().formAction?.startsWith('/join') ?? false;
  const lead = signedInAs
    ? t('You are signed in as {{signedInAs}}. The class is added to your account.', { signedInAs })
    : t('You need the code from your teacher, and no e-mail address.');
  return (
    <AccountPage
      title={t('Join a class')}
      lead={lead}
      below={
        !signedInAs && (
          <p>
            <Trans
              i18nKey="Joined before? <to>Sign in.</to>"
              components={{ to: <Link to="/sign-in" /> }}
            />
          </p>
        )
      }
    >
      <Form method="post" {...getFormProps(form)} className={css.form}>
        <FormError id={form.errorId} errors={form.errors} />
        <AccountField
          field={fields.code}
          label={t('Class code')}
          hint={t('8 letters and digits')}
          autoComplete="off"
          autoCapitalize="characters"
          placeholder="ABCD 2345"
          verbatim
        />
        {!signedInAs && (
          <>
            <AccountField
              field={fields.username}
              label={t('Choose a username')}
              hint={t('Your class sees it. Your full name is better left out.')}
              autoComplete="username"
              verbatim
            />
            <AccountField
              field={fields.password}
              label={t('Choose a password')}
              hint={t('At least 8 characters. Three words are easy to remember.')}
              type="password"
              autoComplete="new-password"
            />
          </>
        )}
        <Button size="large" busy={busy}>
          {t('Join')}
        </Button>
      </Form>
    </AccountPage>
  );
}
