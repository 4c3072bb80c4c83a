import { data } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';
import {
  changeAssignmentState,
  stateFormSchema,
} from '#app/features/reviews/change-assignment-state.server.ts';
import { findProgressPage } from '#app/features/reviews/find-progress-page.server.ts';
import { ProgressPage } from '#app/features/reviews/progress-page.tsx';
import type { ProgressReply } from '#app/features/reviews/progress-reply.ts';
import { pageTitle } from '#app/features/site/page-title.ts';
import { UserError } from '#app/platform/user-error.ts';

export const meta = pageTitle<typeof loader>(
  (t, data) => data?.assignment.title ?? t('Assignment'),
);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const { assignmentId = '' } = params;
  return findProgressPage({ teacherId: user.id, classId: found.id, assignmentId });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const { assignmentId = '' } = params;
  const form = stateFormSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) {
    const errors = form.error.issues.map(({ message }) => message);
    return data<ProgressReply>({ errors }, { status: 400 });
  }
  try {
    const mine = { teacherId: user.id, classId: found.id };
    const done = await changeAssignmentState({ ...mine, assignmentId, form: form.data });
    return data<ProgressReply>({ done });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { field, message, status } = error;
    return data<ProgressReply>({ [field === 'dueAt' ? 'dueAt' : 'errors']: [message] }, { status });
  }
}

export default function ProgressRoute() {
  return (
    <ProgressPage
      progress={useLoaderData<typeof loader>()}
      reply={useActionData<typeof action>()}
    />
  );
}
