import { parseWithZod } from '@conform-to/zod';
import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { ShouldRevalidateFunctionArgs } from '@remix-run/react';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { AssignmentPage } from '#app/features/assignments/assignment-page.tsx';
import { changeWork } from '#app/features/assignments/change-work.server.ts';
import { findOwnAssignment } from '#app/features/assignments/find-own-assignment.server.ts';
import { submissionFormSchema } from '#app/features/assignments/submission-form.ts';
import { pageTitle } from '#app/features/site/page-title.ts';
import { UserError } from '#app/platform/user-error.ts';

export const meta = pageTitle<typeof loader>((t, data) => data?.title ?? t('Assignment'));

export async function loader({ request, params: { assignmentId = '' } }: LoaderFunctionArgs) {
  const { id: userId } = await requireUser(request);
  return findOwnAssignment({ userId, assignmentId });
}

export async function action({ request, params: { assignmentId = '' } }: ActionFunctionArgs) {
  const { id: userId } = await requireUser(request);
  const submission = parseWithZod(await request.formData(), { schema: submissionFormSchema });
  if (submission.status !== 'success') return data({ errors: submission.error }, { status: 400 });
  try {
    const saved = await changeWork({ userId, assignmentId, form: submission.value });
    return saved ? data(saved) : redirect(`/assignments/${assignmentId}`);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const errors = { [error.field ?? 'form']: [error.message] };
    return data({ errors }, { status: error.status });
  }
}

/** A save changes nothing that the page does not show already. */
export function shouldRevalidate({
  formData,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  return formData?.get('intent') === 'save' ? false : defaultShouldRevalidate;
}

export default function AssignmentRoute() {
  const reply = useActionData<typeof action>();
  const errors = reply && 'errors' in reply ? (reply.errors ?? undefined) : undefined;
  return <AssignmentPage assignment={useLoaderData<typeof loader>()} errors={errors} />;
}
