import { parseWithZod } from '@conform-to/zod';
import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';
import { findRubricPage } from '#app/features/rubrics/find-rubric-page.server.ts';
import { rubricFormSchema } from '#app/features/rubrics/rubric-form.ts';
import { RubricPage } from '#app/features/rubrics/rubric-page.tsx';
import { saveRubric } from '#app/features/rubrics/save-rubric.server.ts';
import { pageTitle } from '#app/features/site/page-title.ts';
import { replyFault, replyInvalid } from '#app/platform/reply-to-form.server.ts';

export const meta = pageTitle('Rubric');

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const { assignmentId = '' } = params;
  return findRubricPage({ teacherId: user.id, classId: found.id, assignmentId });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const { assignmentId = '' } = params;
  const submission = parseWithZod(await request.formData(), { schema: rubricFormSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  try {
    const mine = { teacherId: user.id, classId: found.id };
    await saveRubric({ ...mine, assignmentId, form: submission.value });
    return redirect(`/classes/${found.id}/assignments/${assignmentId}`);
  } catch (error) {
    return replyFault(submission, error);
  }
}

export default function RubricRoute() {
  const lastResult = useActionData<typeof action>();
  return <RubricPage rubric={useLoaderData<typeof loader>()} lastResult={lastResult} />;
}
