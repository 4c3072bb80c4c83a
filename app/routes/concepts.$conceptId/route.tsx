import { parseWithZod } from '@conform-to/zod';
import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { changeConcept } from '#app/features/concepts/change-concept.server.ts';
import { conceptActionSchema } from '#app/features/concepts/concept-form.ts';
import { ConceptPage } from '#app/features/concepts/concept-page.tsx';
import { findConcept } from '#app/features/concepts/find-concept.server.ts';
import { pageTitle } from '#app/features/site/page-title.ts';
import { replyFault, replyInvalid } from '#app/platform/reply-to-form.server.ts';

export const meta = pageTitle<typeof loader>((t, data) => `<${data?.name ?? t('Word')}>`);

export async function loader({ request, params: { conceptId = '' } }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const concept = await findConcept({ viewerId: user.id, conceptId });
  if (!concept) throw new Response(null, { status: 404 });
  return concept;
}

export async function action({ request, params: { conceptId = '' } }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const submission = parseWithZod(await request.formData(), { schema: conceptActionSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const form = submission.value;
  try {
    await changeConcept({ user, conceptId, form });
  } catch (error) {
    return replyFault(submission, error);
  }
  return form.intent === 'delete' ? redirect('/concepts') : redirect(`/concepts/${conceptId}`);
}

export default function ConceptRoute() {
  return <ConceptPage concept={useLoaderData<typeof loader>()} />;
}
