import type { LoaderFunctionArgs } from '@remix-run/node';
import { findUser } from '#app/features/accounts/find-user.server.ts';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { openLive } from '#app/features/pictures/open-live.server.ts';

export async function loader({ request, context: { closed } }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const stream = await openLive({
    userId: user.id,
    closed,
    isSignedIn: async () => (await findUser(request))?.id === user.id,
  });
  if (!stream) return new Response('Too many pages are open.', { status: 429 });
  return new Response(stream, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  });
}
