import { parseWithZod } from '@conform-to/zod';
import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { newTeacherFormSchema } from '#app/features/classes/invitation-form.ts';
import { InvitationPage } from '#app/features/classes/invitation-page.tsx';
import { isInvited, joinSchool } from '#app/features/school/join-school.server.ts';
import { pageTitle } from '#app/features/site/page-title.ts';
import { replyFault, replyInvalid } from '#app/platform/reply-to-form.server.ts';

export const meta = pageTitle('Teach with Easel');

export async function loader({ request, params: { invitationId = '' } }: LoaderFunctionArgs) {
  const token = new URL(request.url).searchParams.get('token') ?? '';
  const invitation = (await isInvited({ invitationId, token })) ? { className: null } : null;
  return { token, invitation };
}

export async function action({ request, params: { invitationId = '' } }: ActionFunctionArgs) {
  const submission = parseWithZod(await request.formData(), { schema: newTeacherFormSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  try {
    const cookie = await joinSchool({ request, invitationId, form: submission.value });
    return redirect('/classes', { headers: { 'Set-Cookie': cookie } });
  } catch (error) {
    return replyFault(submission, error);
  }
}

export default function SchoolInvitationRoute() {
  const lastResult = useActionData<typeof action>();
  return (
    <InvitationPage {...useLoaderData<typeof loader>()} signedInAs={null} lastResult={lastResult} />
  );
}
