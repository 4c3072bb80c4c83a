import { parseWithZod } from '@conform-to/zod';
import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, HeadersFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { chooseNewPassword } from '#app/features/accounts/choose-new-password.server.ts';
import { newPasswordFormSchema } from '#app/features/accounts/new-password-form.ts';
import { NewPasswordPage } from '#app/features/accounts/new-password-page.tsx';
import { pageTitle } from '#app/features/site/page-title.ts';
import { replyFault, replyInvalid } from '#app/platform/reply-to-form.server.ts';

export const meta = pageTitle('New password');

/** Passes on when the next try counts, after too many. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function action({ request, context }: ActionFunctionArgs) {
  const submission = parseWithZod(await request.formData(), { schema: newPasswordFormSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  try {
    const address = context.clientIp;
    const cookie = await chooseNewPassword({ request, address, form: submission.value });
    return redirect('/', { headers: { 'Set-Cookie': cookie } });
  } catch (error) {
    return replyFault(submission, error);
  }
}

export default function NewPasswordRoute() {
  return <NewPasswordPage lastResult={useActionData<typeof action>()} />;
}
