import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { findNotices } from '#app/features/walls/find-notices.server.ts';

/** What every page tells whoever looks at it, as JSON. */
export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  return Response.json(await findNotices({ user }), { headers: { 'Cache-Control': 'no-store' } });
}
