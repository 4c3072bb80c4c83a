import { parseWithZod } from '@conform-to/zod';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';
import { changeReview } from '#app/features/reviews/change-review.server.ts';
import { findReview } from '#app/features/reviews/find-review.server.ts';
import { gradeFormSchema } from '#app/features/reviews/grade-form.ts';
import { UserError } from '#app/platform/user-error.ts';

const NO_STORE = { 'Cache-Control': 'no-store' };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const { submissionId = '' } = params;
  const review = await findReview({ teacherId: user.id, classId: found.id, submissionId });
  return Response.json(review, { headers: NO_STORE });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const which = {
    teacherId: user.id,
    classId: found.id,
    submissionId: params.submissionId ?? '',
  };
  const submission = parseWithZod(await request.formData(), { schema: gradeFormSchema });
  if (submission.status !== 'success') {
    const error = Object.values(submission.error ?? {})
      .flat()
      .join(' ');
    return Response.json({ error }, { status: 400, headers: NO_STORE });
  }
  try {
    const review = await changeReview({ ...which, form: submission.value });
    return Response.json({ review }, { headers: NO_STORE });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // A conflict comes with what stands there now, so that the grader can look before choosing.
    const isConflict = error.status === 409;
    const review = isConflict ? await findReview(which) : undefined;
    const body = { error: error.message, isConflict, review };
    return Response.json(body, { status: error.status, headers: NO_STORE });
  }
}
