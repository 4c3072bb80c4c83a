import type { HiresRequest, RgbImage } from '../contract/request.ts';
import type { Model } from '../runtime/model.ts';
import type { RunContext } from '../stages/run-context.ts';
import { startRun } from '../stages/start-run.ts';
import type { StartedRun } from '../stages/start-run.ts';
import { UnetPass } from '../stages/unet-pass.ts';
import type { UnetPassOptions } from '../stages/unet-pass.ts';
import { imageToImage } from './image-to-image.ts';
import type { PipelineRequest } from './run-request.ts';

/**
 * Draws first pictures again at a larger size, each from its own: the composition stays, and what
 * was a few latents wide gets detail. Controls steer and attention is noted in the first pass only.
 */
export async function refineLarger(
  model: Model,
  request: PipelineRequest,
  { scale, strength }: HiresRequest,
  images: readonly RgbImage[],
  options: UnetPassOptions,
  context: RunContext,
): Promise<{ run: StartedRun; latents: Float32Array }> {
  const grown = (px: number) => Math.round((px * scale) / model.sizeStepPx) * model.sizeStepPx;
  const run = startRun(model, {
    ...request,
    widthPx: grown(request.widthPx),
    heightPx: grown(request.heightPx),
  });
  const unet = new UnetPass(model, run.shape, {
    ...options,
    controls: [],
    attention: undefined,
  });
  const latents = await imageToImage(model, run, unet, { images, strength }, context);
  return { run, latents };
}
