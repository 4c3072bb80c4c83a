import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { sendConceptFile } from '#app/features/concepts/send-concept-file.server.ts';

export async function loader({ request, params: { conceptId = '' } }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  return sendConceptFile({ viewerId: user.id, conceptId });
}
