import { parseWithZod } from '@conform-to/zod';
import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AssignmentFormPage } from '#app/features/assignments/assignment-form-page.tsx';
import { assignmentFormSchema } from '#app/features/assignments/assignment-form.ts';
import { editAssignment } from '#app/features/assignments/edit-assignment.server.ts';
import { findAssignmentChoices } from '#app/features/assignments/find-assignment-choices.server.ts';
import { findAssignmentFields } from '#app/features/assignments/find-assignment-fields.server.ts';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';
import { pageTitle } from '#app/features/site/page-title.ts';
import { replyFault, replyInvalid } from '#app/platform/reply-to-form.server.ts';

export const meta = pageTitle('Change the assignment');

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const { assignmentId = '' } = params;
  const mine = { teacherId: user.id, classId: found.id };
  const [choices, fields] = await Promise.all([
    findAssignmentChoices(mine),
    findAssignmentFields({ ...mine, assignmentId }),
  ]);
  return { classId: found.id, assignmentId, choices, fields };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const { assignmentId = '' } = params;
  const submission = parseWithZod(await request.formData(), { schema: assignmentFormSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  try {
    const mine = { teacherId: user.id, classId: found.id };
    await editAssignment({ ...mine, assignmentId, form: submission.value });
    return redirect(`/classes/${found.id}/assignments/${assignmentId}`);
  } catch (error) {
    return replyFault(submission, error);
  }
}

export default function EditAssignmentRoute() {
  const { classId, assignmentId, choices, fields } = useLoaderData<typeof loader>();
  return (
    <AssignmentFormPage
      back={{ to: `/classes/${classId}/assignments/${assignmentId}`, label: fields.title }}
      choices={choices}
      fields={fields}
      lastResult={useActionData<typeof action>()}
    />
  );
}
