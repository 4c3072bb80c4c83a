import type { RgbImage } from '../contract/request.ts';
import { resizeImage } from '../image/image-file.ts';
import type { Model } from '../runtime/model.ts';
import { denoise } from '../stages/denoise.ts';
import { encodeImages, toPlanes } from '../stages/encode-image.ts';
import { firstIndex } from '../stages/first-index.ts';
import { addNoise } from '../stages/prepare-latents.ts';
import type { RunContext } from '../stages/run-context.ts';
import type { StartedRun } from '../stages/start-run.ts';
import type { UnetPass } from '../stages/unet-pass.ts';

/**
 * From a picture for all seeds, or one for each, noised as far as `strength` says. Returns the final
 * latents of the batch.
 */
export async function imageToImage(
  model: Model,
  run: StartedRun,
  unet: UnetPass,
  { images, strength }: { images: readonly RgbImage[]; strength: number },
  context: RunContext,
): Promise<Float32Array> {
  const fitted = await Promise.all(images.map((image) => resizeImage(image, run.size)));
  const planes = fitted.map((image) => toPlanes(image, -1));
  const clean = await encodeImages(model, planes, run.noise, run.shape, context);
  const first = firstIndex(run.sampler, run.steps, strength);
  const latents = addNoise(clean, run.noise.draw(), run.sampler.levelAt(first));
  await denoise({ ...run, latents, unet, model, firstIndex: first }, context);
  return latents;
}
