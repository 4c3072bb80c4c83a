import { getFormProps, useForm } from '@conform-to/react';
import type { SubmissionResult } from '@conform-to/react';
import { getZodConstraint, parseWithZod } from '@conform-to/zod';
import { Form, Link, useNavigation } from '@remix-run/react';
import { Trans, useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { AccountField } from './account-field.tsx';
import { AccountPage } from './account-page.tsx';
import { DemoSignIn } from './demo-sign-in.tsx';
import { signInFormSchema } from './sign-in-form.ts';
import type { DemoPeople } from './find-demo-people.server.ts';
import css from './account-page.module.css';

interface SignInPageProps {
  lastResult?: SubmissionResult;
  next: string;
  demo: DemoPeople | null;
}

export function SignInPage({ lastResult, next, demo }: SignInPageProps) {
  const { t } = useTranslation();
  const [form, fields] = useForm({
    id: 'sign-in',
    lastResult,
    constraint: getZodConstraint(signInFormSchema),
    onValidate: ({ formData }) => parseWithZod(formData, { schema: signInFormSchema }),
    shouldRevalidate: 'onInput',
  });
  const busy = useNavigation().formAction?.startsWith('/sign-in') ?? false;
  return (
    <AccountPage
      title={t('Sign in')}
      below={
        <>
          {demo && <DemoSignIn people={demo} next={next} />}
          <p>
            <Trans
              i18nKey="New here? <to>Join with a class code.</to> A code to choose a new password? <to2>Use it here.</to2>"
              components={{ to: <Link to="/join" />, to2: <Link to="/new-password" /> }}
            />
          </p>
        </>
      }
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
          field={fields.password}
          label={t('Password')}
          type="password"
          autoComplete="current-password"
        />
        <Button size="large" busy={busy}>
          {t('Sign in')}
        </Button>
      </Form>
    </AccountPage>
  );
}
