import type { LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { findGenerationStatuses } from '#app/features/pictures/find-generation-statuses.server.ts';

const idsSchema = z.array(z.string().uuid()).max(100);

/** Where several generations stand, as JSON: `/generations?id=ID&id=ID`. */
export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const ids = idsSchema.safeParse(new URL(request.url).searchParams.getAll('id'));
  if (!ids.success) throw new Response(null, { status: 404 });
  const statuses = await findGenerationStatuses({ viewerId: user.id, ids: ids.data });
  return Response.json(statuses, { headers: { 'Cache-Control': 'no-store' } });
}
