import { getFormProps, useForm } from '@conform-to/react';
import type { SubmissionResult } from '@conform-to/react';
import { getZodConstraint, parseWithZod } from '@conform-to/zod';
import { Form, useNavigation } from '@remix-run/react';
import { AccountField } from '#app/features/accounts/account-field.tsx';
import { AccountPage } from '#app/features/accounts/account-page.tsx';
import css from '#app/features/accounts/account-page.module.css';
import { Button } from '#app/components/button.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { Notice } from '#app/components/notice.tsx';
import { acceptFormSchema, newTeacherFormSchema } from './invitation-form.ts';

interface InvitationPageProps {
  /** Null where the invitation is not good any more. */
  className: string | null;
  token: string;
  signedInAs: string | null;
  lastResult?: SubmissionResult;
}

export function InvitationPage(props: InvitationPageProps) {
  const { className, token, signedInAs, lastResult } = props;
  const schema = signedInAs ? acceptFormSchema : newTeacherFormSchema;
  const [form, fields] = useForm<{ displayName: string; username: string; password: string }>({
    id: 'invitation',
    lastResult,
    constraint: getZodConstraint(schema),
    onValidate: ({ formData }) => parseWithZod(formData, { schema }) as never,
    shouldRevalidate: 'onInput',
  });
  const busy = useNavigation().formMethod === 'POST';
  if (className === null)
    return (
      <AccountPage title="Teach a class">
        <Notice tone="warning" title="This invitation does not work any more">
          It is made for one use within a week. Ask for a new one.
        </Notice>
      </AccountPage>
    );
  const lead = signedInAs
    ? `You are signed in as ${signedInAs}.`
    : 'Make your account, or sign in first if you have one.';
  return (
    <AccountPage title={`Teach ${className}`} lead={lead}>
      <Form method="post" {...getFormProps(form)} className={css.form}>
        <FormError id={form.errorId} errors={form.errors} />
        <input type="hidden" name="token" value={token} />
        {!signedInAs && (
          <>
            <AccountField
              field={fields.displayName}
              label="Your name"
              hint="As your students know you"
              autoComplete="name"
            />
            <AccountField
              field={fields.username}
              label="Username"
              autoComplete="username"
              verbatim
            />
            <AccountField
              field={fields.password}
              label="Password"
              hint="At least 12 characters. Four words are easy to remember."
              type="password"
              autoComplete="new-password"
            />
          </>
        )}
        <Button size="large" busy={busy}>
          Teach this class
        </Button>
      </Form>
    </AccountPage>
  );
}
