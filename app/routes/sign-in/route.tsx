import { parseWithZod } from '@conform-to/zod';
import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findDemoPeople } from '#app/features/accounts/find-demo-people.server.ts';
import { findUser } from '#app/features/accounts/find-user.server.ts';
import { readNextPath, signInFormSchema } from '#app/features/accounts/sign-in-form.ts';
import { SignInPage } from '#app/features/accounts/sign-in-page.tsx';
import { signIn } from '#app/features/accounts/sign-in.server.ts';
import { pageTitle } from '#app/features/site/page-title.ts';
import { replyFault, replyInvalid } from '#app/platform/reply-to-form.server.ts';

export const meta = pageTitle('Sign in');

export async function loader({ request }: LoaderFunctionArgs) {
  const next = readNextPath(request);
  if (await findUser(request)) throw redirect(next);
  return { next, demo: await findDemoPeople() };
}

/** Passes on when the next try counts, after too many. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function action({ request, context }: ActionFunctionArgs) {
  const submission = parseWithZod(await request.formData(), { schema: signInFormSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  try {
    const cookie = await signIn({ request, address: context.clientIp, form: submission.value });
    return redirect(readNextPath(request), { headers: { 'Set-Cookie': cookie } });
  } catch (error) {
    return replyFault(submission, error);
  }
}

export default function SignInRoute() {
  return (
    <SignInPage {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()} />
  );
}
