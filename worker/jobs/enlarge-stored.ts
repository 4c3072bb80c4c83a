import { readStoredFile } from '#app/platform/storage.server.ts';
import { decodeImage } from '#worker/engine/image/image-file.ts';
import type { MadePicture } from '#worker/inference/messages.ts';
import type { Inference } from '#worker/inference/start-inference.ts';
import type { Generation } from '#prisma/generated/client.ts';

/** A stored picture, larger: it may have been uploaded, so it has no prompt that could be drawn. */
export async function enlargeStored(
  { startSha256, modelId, widthPx, heightPx }: Generation,
  inference: Inference,
): Promise<MadePicture> {
  if (!startSha256) throw new Error('A picture to enlarge has a stored file.');
  return inference.enlarge({
    upscaler: modelId,
    image: await decodeImage(await readStoredFile(startSha256), 'start'),
    widthPx,
    heightPx,
  });
}
