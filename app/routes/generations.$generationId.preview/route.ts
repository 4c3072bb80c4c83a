import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { findPreview } from '#app/features/pictures/find-preview.server.ts';

export async function loader({ request, params: { generationId = '' } }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const png = await findPreview({ viewerId: user.id, generationId });
  const headers = { 'Cache-Control': 'no-store', 'Content-Type': 'image/png' };
  // Over, not yet there, or somebody else's: all answer alike, and none is a fault of the page.
  if (!png) return new Response(null, { status: 204, headers });
  return new Response(new Uint8Array(png), { headers });
}
