import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { wordIndexSchema } from '#app/features/heatmaps/heatmap-form.ts';
import { sendHeatmap } from '#app/features/heatmaps/send-heatmap.server.ts';

/** The colours to lay over a picture: where the model looked for a word of the prompt. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const word = wordIndexSchema.safeParse(params.word);
  if (!word.success) throw new Response(null, { status: 404 });
  return sendHeatmap({
    viewerId: user.id,
    pictureId: params.pictureId ?? '',
    wordIndex: word.data,
  });
}
