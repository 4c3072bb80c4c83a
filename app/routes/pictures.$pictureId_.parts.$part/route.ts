import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { partSchema } from '#app/features/parts/part-schema.ts';
import { sendPart } from '#app/features/parts/send-part.server.ts';

/** A picture taken apart: its lines, depth, layers, or the poses in it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const part = partSchema.safeParse(params.part);
  if (!part.success) throw new Response(null, { status: 404 });
  return sendPart({ viewerId: user.id, pictureId: params.pictureId ?? '', part: part.data });
}
