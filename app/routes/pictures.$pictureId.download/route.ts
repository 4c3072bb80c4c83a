import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { sendPicture } from '#app/features/pictures/send-picture.server.ts';

export async function loader({ request, params: { pictureId = '' } }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  return sendPicture({
    request,
    viewerId: user.id,
    pictureId,
    size: 'full',
    download: true,
  });
}
