import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { findLessonPicture } from '#app/features/lessons/find-lesson-picture.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { id: userId } = await requireUser(request);
  const { slug = '', file = '' } = params;
  const picture = await findLessonPicture({ userId, slug, file });
  return new Response(picture, {
    headers: { 'Content-Type': 'image/png', 'Cache-Control': 'private, max-age=3600' },
  });
}
