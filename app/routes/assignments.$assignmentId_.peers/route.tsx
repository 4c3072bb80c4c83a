import { parseWithZod } from '@conform-to/zod';
import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { findPeerWork } from '#app/features/reviews/find-peer-work.server.ts';
import { peerFormSchema } from '#app/features/reviews/peer-form.ts';
import { PeerPage } from '#app/features/reviews/peer-page.tsx';
import { submitPeerReview } from '#app/features/reviews/submit-peer-review.server.ts';
import { pageTitle } from '#app/features/site/page-title.ts';
import { replyFault, replyInvalid } from '#app/platform/reply-to-form.server.ts';

export const meta = pageTitle('Review');

export async function loader({ request, params: { assignmentId = '' } }: LoaderFunctionArgs) {
  const { id: userId } = await requireUser(request);
  return findPeerWork({ userId, assignmentId });
}

export async function action({ request, params: { assignmentId = '' } }: ActionFunctionArgs) {
  const { id: userId } = await requireUser(request);
  const submission = parseWithZod(await request.formData(), { schema: peerFormSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  try {
    await submitPeerReview({ userId, assignmentId, form: submission.value });
    return redirect(`/assignments/${assignmentId}/peers`);
  } catch (error) {
    return replyFault(submission, error);
  }
}

export default function PeersRoute() {
  const errors = useActionData<typeof action>()?.error;
  return (
    <PeerPage
      work={useLoaderData<typeof loader>()}
      errors={(errors ?? {}) as Record<string, string[]>}
    />
  );
}
