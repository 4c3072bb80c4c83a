import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { sendDrawing } from '#app/features/pictures/send-drawing.server.ts';

export async function loader({ request, params: { generationId = '' } }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  return sendDrawing({ viewerId: user.id, generationId, field: 'mask' });
}
