import { parseWithZod } from '@conform-to/zod';
import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { createFirstAdmin } from '#app/features/accounts/create-first-admin.server.ts';
import { isTokenGood } from '#app/features/accounts/one-time-link.server.ts';
import { setupFormSchema } from '#app/features/accounts/setup-form.ts';
import { SetupPage } from '#app/features/accounts/setup-page.tsx';
import { pageTitle } from '#app/features/site/page-title.ts';
import { replyFault, replyInvalid } from '#app/platform/reply-to-form.server.ts';

export const meta = pageTitle('Set up');

export async function loader({ request }: LoaderFunctionArgs) {
  const token = new URL(request.url).searchParams.get('token') ?? '';
  return { token: (await isTokenGood('first-admin', token)) ? token : null };
}

export async function action({ request }: ActionFunctionArgs) {
  const submission = parseWithZod(await request.formData(), { schema: setupFormSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  try {
    const cookie = await createFirstAdmin({ request, form: submission.value });
    return redirect('/classes', { headers: { 'Set-Cookie': cookie } });
  } catch (error) {
    return replyFault(submission, error);
  }
}

export default function SetupRoute() {
  return (
    <SetupPage {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()} />
  );
}
