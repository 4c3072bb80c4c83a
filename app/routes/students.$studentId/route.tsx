import { parseWithZod } from '@conform-to/zod';
import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeacher } from '#app/features/accounts/require-user.server.ts';
import { findStudent } from '#app/features/students/find-student.server.ts';
import { removeAccount } from '#app/features/students/remove-account.server.ts';
import { deleteStudentSchema } from '#app/features/students/student-form.ts';
import { StudentPage } from '#app/features/students/student-page.tsx';
import { pageTitle } from '#app/features/site/page-title.ts';
import { replyFault, replyInvalid } from '#app/platform/reply-to-form.server.ts';

export const meta = pageTitle<typeof loader>((t, data) => data?.displayName ?? t('Student'));

export async function loader({ request, params: { studentId = '' } }: LoaderFunctionArgs) {
  const keeper = await requireTeacher(request);
  return findStudent({ keeper, studentId });
}

export async function action({ request, params: { studentId = '' } }: ActionFunctionArgs) {
  const keeper = await requireTeacher(request);
  const submission = parseWithZod(await request.formData(), { schema: deleteStudentSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  try {
    await removeAccount({ keeper, studentId, username: submission.value.username });
    return redirect('/classes');
  } catch (error) {
    return replyFault(submission, error);
  }
}

export default function StudentRoute() {
  const lastResult = useActionData<typeof action>();
  return <StudentPage student={useLoaderData<typeof loader>()} lastResult={lastResult} />;
}
