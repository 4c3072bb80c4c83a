import { parseWithZod } from '@conform-to/zod';
import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { findCurrentClass } from '#app/features/classes/find-current-class.server.ts';
import { conceptFormSchema } from '#app/features/concepts/concept-form.ts';
import { createConcept } from '#app/features/concepts/create-concept.server.ts';
import { findTeachableModels } from '#app/features/concepts/find-teachable-models.server.ts';
import { NewConceptPage } from '#app/features/concepts/new-concept-page.tsx';
import { pageTitle } from '#app/features/site/page-title.ts';
import { replyFault, replyInvalid } from '#app/platform/reply-to-form.server.ts';

export const meta = pageTitle('Teach something new');

export async function loader({ request }: LoaderFunctionArgs) {
  await requireUser(request);
  return { models: await findTeachableModels() };
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const currentClass = await findCurrentClass({ userId: user.id });
  const submission = parseWithZod(await request.formData(), { schema: conceptFormSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  try {
    const classId = currentClass?.id ?? '';
    const { id } = await createConcept({ user, classId, form: submission.value });
    return redirect(`/concepts/${id}`);
  } catch (error) {
    return replyFault(submission, error);
  }
}

export default function NewConceptRoute() {
  const lastResult = useActionData<typeof action>();
  return <NewConceptPage {...useLoaderData<typeof loader>()} lastResult={lastResult} />;
}
