import { readStoredFile } from '#app/platform/storage.server.ts';
import { decodeImage, encodeThumbnail } from '#worker/engine/image/image-file.ts';
import { THUMBNAIL_SIDE_PX } from '#worker/inference/messages.ts';
import type { MadePicture } from '#worker/inference/messages.ts';
import type { Generation } from '#prisma/generated/client.ts';

/** An uploaded picture as one that is made: its pixels go to the gate before anybody sees it. */
export async function takeUpload({ startSha256 }: Generation): Promise<MadePicture> {
  if (!startSha256) throw new Error('An upload has a stored file.');
  const png = await readStoredFile(startSha256);
  const image = await decodeImage(png, 'picture');
  const thumbnail = await encodeThumbnail(image, THUMBNAIL_SIDE_PX);
  return { image, png, thumbnail, modelHash: '', totalMs: 0 };
}
