import { parseWithZod } from '@conform-to/zod';
import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findUser } from '#app/features/accounts/find-user.server.ts';
import { joinAnotherClass, joinClass } from '#app/features/accounts/join-class.server.ts';
import { joinAgainFormSchema, joinFormSchema } from '#app/features/accounts/join-form.ts';
import { JoinPage } from '#app/features/accounts/join-page.tsx';
import { pageTitle } from '#app/features/site/page-title.ts';
import { replyFault, replyInvalid } from '#app/platform/reply-to-form.server.ts';

export const meta = pageTitle('Join a class');

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await findUser(request);
  const code = new URL(request.url).searchParams.get('code') ?? '';
  return { code: code.slice(0, 20), signedInAs: user?.displayName ?? null };
}

/** Passes on when the next try counts, after too many. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function action({ request, context }: ActionFunctionArgs) {
  const user = await findUser(request);
  const formData = await request.formData();
  const address = context.clientIp;
  if (user) {
    const submission = parseWithZod(formData, { schema: joinAgainFormSchema });
    if (submission.status !== 'success') return replyInvalid(submission);
    try {
      await joinAnotherClass({ user, address, code: submission.value.code });
      return redirect('/');
    } catch (error) {
      return replyFault(submission, error);
    }
  }
  const submission = parseWithZod(formData, { schema: joinFormSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  try {
    const cookie = await joinClass({ request, address, form: submission.value });
    return redirect('/', { headers: { 'Set-Cookie': cookie } });
  } catch (error) {
    return replyFault(submission, error);
  }
}

export default function JoinRoute() {
  return (
    <JoinPage {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()} />
  );
}
