import { parseWithZod } from '@conform-to/zod';
import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AssignmentFormPage } from '#app/features/assignments/assignment-form-page.tsx';
import { assignmentFormSchema } from '#app/features/assignments/assignment-form.ts';
import { createAssignment } from '#app/features/assignments/create-assignment.server.ts';
import { findAssignmentChoices } from '#app/features/assignments/find-assignment-choices.server.ts';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';
import { pageTitle } from '#app/features/site/page-title.ts';
import { replyFault, replyInvalid } from '#app/platform/reply-to-form.server.ts';

export const meta = pageTitle('New assignment');

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const choices = await findAssignmentChoices({ teacherId: user.id, classId: found.id });
  return { classId: found.id, choices };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const submission = parseWithZod(await request.formData(), { schema: assignmentFormSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  try {
    const form = submission.value;
    const { id } = await createAssignment({ teacherId: user.id, classId: found.id, form });
    return redirect(`/classes/${found.id}/assignments/${id}${form.rubricFrom ? '' : '/rubric'}`);
  } catch (error) {
    return replyFault(submission, error);
  }
}

export default function NewAssignmentRoute() {
  const { t } = useTranslation();
  const { classId, choices } = useLoaderData<typeof loader>();
  return (
    <AssignmentFormPage
      back={{ to: `/classes/${classId}/assignments`, label: t('Assignments') }}
      choices={choices}
      fields={null}
      lastResult={useActionData<typeof action>()}
    />
  );
}
