import type { InpaintRequest, MaskImage, RgbImage } from '../contract/request.ts';
import type { Model } from '../runtime/model.ts';
import { denoise } from '../stages/denoise.ts';
import { encodeImages, toPlanes } from '../stages/encode-image.ts';
import { firstIndex } from '../stages/first-index.ts';
import { blendByMask, hideMasked, maskAsLatents } from '../stages/mask-latents.ts';
import { addNoise } from '../stages/prepare-latents.ts';
import type { RunContext } from '../stages/run-context.ts';
import type { StartedRun } from '../stages/start-run.ts';
import { UnetPass } from '../stages/unet-pass.ts';
import type { UnetPassOptions } from '../stages/unet-pass.ts';

export interface InpaintStart {
  image: RgbImage;
  mask: MaskImage;
  strength: number;
  content: InpaintRequest['content'];
}

/**
 * Paints anew where the mask is white. A 9-channel UNet sees mask and masked picture; with a
 * 4-channel one the known area is put back after each step, with the noise of that step. Draws its
 * noise in the order of diffusers' `StableDiffusionInpaintPipeline`.
 */
export async function inpaint(
  model: Model,
  run: StartedRun,
  options: Omit<UnetPassOptions, 'extraChannels'>,
  { image, mask, strength, content }: InpaintStart,
  context: RunContext,
): Promise<Float32Array> {
  const { sampler, shape } = run;
  const putsBack = model.unetChannels === model.latentChannels;
  const planes = toPlanes(image, -1);
  const latentMask = maskAsLatents(mask, shape);
  const encode = (picture: typeof planes) =>
    encodeImages(model, [picture], run.noise, shape, context);

  const clean = putsBack || strength < 1 ? await encode(planes) : undefined;
  const noise = run.noise.draw();
  // diffusers encodes the masked picture for every UNet, and so takes this draw.
  const masked = await encode(hideMasked(planes, mask));
  const unet = new UnetPass(model, shape, {
    ...options,
    extraChannels: putsBack ? undefined : { mask: latentMask, masked },
  });
  const first = firstIndex(sampler, run.steps, strength);
  let latents: Float32Array = noise.map((x) => x * sampler.initialNoiseScale);
  if (clean && strength < 1) {
    const start = clean.slice();
    if (content === 'noise') blendByMask(run.noise.draw(), start, latentMask, start);
    if (content === 'nothing')
      blendByMask(new Float32Array(start.length), start, latentMask, start);
    latents = addNoise(start, noise, sampler.levelAt(first));
  }

  function putBack(current: Float32Array, next: number): void {
    if (!clean || !putsBack) return;
    const ended = next === sampler.timesteps.length;
    const known = ended ? clean : addNoise(clean, noise, sampler.levelAt(next));
    blendByMask(current, known, latentMask, current);
  }
  await denoise({ ...run, latents, unet, model, firstIndex: first, afterStep: putBack }, context);
  return latents;
}
