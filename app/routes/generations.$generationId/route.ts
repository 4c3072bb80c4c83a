import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { cancelGeneration } from '#app/features/generations/cancel-generation.server.ts';
import { askForReview } from '#app/features/moderation/ask-for-review.server.ts';
import { findGenerationStatuses } from '#app/features/pictures/find-generation-statuses.server.ts';
import { repeatGeneration } from '#app/features/pictures/repeat-generation.server.ts';
import { UserError } from '#app/platform/user-error.ts';

const intentSchema = z.enum(['cancel', 'review', 'repeat']);

export async function loader({ request, params: { generationId = '' } }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const [status] = await findGenerationStatuses({ viewerId: user.id, ids: [generationId] });
  if (!status) throw new Response(null, { status: 404 });
  return Response.json(status, { headers: { 'Cache-Control': 'no-store' } });
}

export async function action({ request, params: { generationId = '' } }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const intent = intentSchema.safeParse((await request.formData()).get('intent'));
  if (!intent.success) throw new Response(null, { status: 400 });
  const verbs = { cancel: cancelGeneration, review: askForReview, repeat: repeatGeneration };
  try {
    await verbs[intent.data]({ user, generationId });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return data({ error: error.message }, { status: error.status });
  }
  // A page without scripts goes back to where the picture is.
  if (request.headers.get('Sec-Fetch-Mode') === 'navigate') return redirect('/studio');
  return {};
}
