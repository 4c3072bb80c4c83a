import { parseWithZod } from '@conform-to/zod';
import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { demoFormSchema, readNextPath } from '#app/features/accounts/sign-in-form.ts';
import { signInDemo } from '#app/features/accounts/sign-in-demo.server.ts';
import { replyFault, replyInvalid } from '#app/platform/reply-to-form.server.ts';

export function loader() {
  return redirect('/sign-in');
}

export async function action({ request }: ActionFunctionArgs) {
  const submission = parseWithZod(await request.formData(), { schema: demoFormSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  try {
    const cookie = await signInDemo({ request, username: submission.value.username });
    return redirect(readNextPath(request), { headers: { 'Set-Cookie': cookie } });
  } catch (error) {
    return replyFault(submission, error);
  }
}
