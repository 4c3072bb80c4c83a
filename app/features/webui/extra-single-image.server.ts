import type { ApiViewer } from '#app/features/api-tokens/find-api-viewer.server.ts';
import { findUpscaler } from '#app/features/generations/find-upscaler.server.ts';
import { enlargePicture } from '#app/features/pictures/enlarge-picture.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { readDrawn, waitUntilEnded } from './draw-for-webui.server.ts';
import { takePicture } from './take-picture.server.ts';
import { NotInEasel } from './webui-error.server.ts';
import type { ExtraSingleImageBody } from './webui-body.ts';

/** Makes a picture larger by the site's upscaler. Throws a UserError where it has none, or can't do what is asked. */
export async function extraSingleImage(
  body: ExtraSingleImageBody,
  { viewer, signal }: { viewer: ApiViewer; signal: AbortSignal },
) {
  const upscaler = await findUpscaler();
  if (body.gfpgan_visibility || body.codeformer_visibility)
    throw new NotInEasel('model that restores faces');
  if (!upscaler) throw new NotInEasel('upscaler on this site');
  if (body.upscaler_1 !== upscaler)
    throw new UserError(`Upscaler not found: ${body.upscaler_1 ?? ''}. Here is ${upscaler}.`, {
      status: 404,
    });
  const scale = body.upscaling_resize ?? 2;
  if (scale !== 2 && scale !== 4) throw new UserError('Easel makes pictures 2 or 4 times larger.');
  const { id: pictureId } = await takePicture(body.image, { viewer, signal });
  const { id } = await enlargePicture({ user: viewer.user, pictureId, scale });
  await waitUntilEnded([id], signal);
  const [picture] = await readDrawn([id]);
  return { html_info: '', image: picture!.base64 };
}
