import { getFormProps, useForm } from '@conform-to/react';
import type { SubmissionResult } from '@conform-to/react';
import { getZodConstraint, parseWithZod } from '@conform-to/zod';
import { Form, Link, useNavigation } from '@remix-run/react';
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
    ? `You are signed in as ${signedInAs}. The class is added to your account.`
    : 'You need the code from your teacher, and no e-mail address.';
  return (
    <AccountPage
      title="Join a class"
      lead={lead}
      below={
        !signedInAs && (
          <p>
            Joined before? <Link to="/sign-in">Sign in.</Link>
          </p>
        )
      }
    >
      <Form method="post" {...getFormProps(form)} className={css.form}>
        <FormError id={form.errorId} errors={form.errors} />
        <AccountField
          field={fields.code}
          label="Class code"
          hint="8 letters and digits"
          autoComplete="off"
          autoCapitalize="characters"
          placeholder="ABCD 2345"
          verbatim
        />
        {!signedInAs && (
          <>
            <AccountField
              field={fields.username}
              label="Choose a username"
              hint="Your class sees it. Your full name is better left out."
              autoComplete="username"
              verbatim
            />
            <AccountField
              field={fields.password}
              label="Choose a password"
              hint="At least 8 characters. Three words are easy to remember."
              type="password"
              autoComplete="new-password"
            />
          </>
        )}
        <Button size="large" busy={busy}>
          Join
        </Button>
      </Form>
    </AccountPage>
  );
}
