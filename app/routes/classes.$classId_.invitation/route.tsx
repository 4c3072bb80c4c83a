import { parseWithZod } from '@conform-to/zod';
import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findUser } from '#app/features/accounts/find-user.server.ts';
import {
  acceptAsNewTeacher,
  acceptInvitation,
  findInvitation,
} from '#app/features/classes/accept-invitation.server.ts';
import { acceptFormSchema, newTeacherFormSchema } from '#app/features/classes/invitation-form.ts';
import { InvitationPage } from '#app/features/classes/invitation-page.tsx';
import { pageTitle } from '#app/features/site/page-title.ts';
import { replyFault, replyInvalid } from '#app/platform/reply-to-form.server.ts';

export const meta = pageTitle('Teach a class');

export async function loader({ request, params: { classId = '' } }: LoaderFunctionArgs) {
  const token = new URL(request.url).searchParams.get('token') ?? '';
  const [user, invitation] = await Promise.all([
    findUser(request),
    findInvitation({ classId, token }),
  ]);
  return {
    token,
    invitation: invitation && { className: invitation.name },
    signedInAs: user?.displayName ?? null,
  };
}

export async function action({ request, params: { classId = '' } }: ActionFunctionArgs) {
  const user = await findUser(request);
  const formData = await request.formData();
  if (user) {
    const submission = parseWithZod(formData, { schema: acceptFormSchema });
    if (submission.status !== 'success') return replyInvalid(submission);
    try {
      await acceptInvitation({ user, classId, token: submission.value.token });
      return redirect(`/classes/${classId}`);
    } catch (error) {
      return replyFault(submission, error);
    }
  }
  const submission = parseWithZod(formData, { schema: newTeacherFormSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  try {
    const cookie = await acceptAsNewTeacher({ request, classId, form: submission.value });
    return redirect(`/classes/${classId}`, { headers: { 'Set-Cookie': cookie } });
  } catch (error) {
    return replyFault(submission, error);
  }
}

export default function InvitationRoute() {
  const lastResult = useActionData<typeof action>();
  return <InvitationPage {...useLoaderData<typeof loader>()} lastResult={lastResult} />;
}
