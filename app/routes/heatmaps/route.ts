import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { findHeatmaps } from '#app/features/heatmaps/find-heatmaps.server.ts';
import { heatmapPicturesSchema } from '#app/features/heatmaps/heatmap-form.ts';
import { requestHeatmaps } from '#app/features/heatmaps/request-heatmaps.server.ts';
import { UserError } from '#app/platform/user-error.ts';

/** How the heatmaps of some pictures stand, as JSON: `/heatmaps?picture=ID&picture=ID`. */
export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  return answer(user.id, new URL(request.url).searchParams.getAll('picture'));
}

/** Asks for those that are not there yet. */
export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const asked = (await request.formData()).getAll('picture');
  const pictureIds = heatmapPicturesSchema.safeParse(asked);
  if (!pictureIds.success) throw new Response(null, { status: 404 });
  try {
    await requestHeatmaps({ user, pictureIds: pictureIds.data });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return answer(user.id, asked, error);
  }
  return answer(user.id, asked);
}

async function answer(viewerId: string, asked: unknown[], error?: UserError) {
  const pictureIds = heatmapPicturesSchema.safeParse(asked);
  const statuses =
    pictureIds.success && (await findHeatmaps({ viewerId, pictureIds: pictureIds.data }));
  if (!statuses) throw new Response(null, { status: 404 });
  return Response.json(
    { statuses, error: error?.message ?? null },
    { status: error?.status ?? 200, headers: { 'Cache-Control': 'no-store' } },
  );
}
