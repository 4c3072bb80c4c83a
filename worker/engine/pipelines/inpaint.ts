import type { StartImage } from '../contract/request.ts';
import type { Model } from '../runtime/model.ts';
import { denoise } from '../stages/denoise.ts';
import { encodeImage, toPlanes } from '../stages/encode-image.ts';
import { firstIndex } from '../stages/first-index.ts';
import { blendByMask, hideMasked, maskAsLatents } from '../stages/mask-latents.ts';
import { addNoise } from '../stages/prepare-latents.ts';
import type { RunContext } from '../stages/run-context.ts';
import type { StartedRun } from '../stages/start-run.ts';
import { UnetPass } from '../stages/unet-pass.ts';
import type { UnetPassOptions } from '../stages/unet-pass.ts';
import type { MaskImage } from '../contract/request.ts';

/**
 * Paints anew where the mask is white. A 9-channel UNet sees mask and masked picture; with a
 * 4-channel one the known area is put back after each step, with the noise of that step.
 */
export async function inpaint(
  model: Model,
  run: StartedRun,
  options: Omit<UnetPassOptions, 'extraChannels'>,
  { image, strength }: StartImage,
  mask: MaskImage,
  context: RunContext,
): Promise<Float32Array> {
  const { sampler, shape } = run;
  const putsBack = model.unetChannels === model.latentChannels;
  const fromNoise = strength === 1;
  const encode = (picture: ReturnType<typeof toPlanes>) =>
    encodeImage(model, picture, run.noise, shape, context);

  const planes = toPlanes(image, -1);
  const clean = putsBack || !fromNoise ? await encode(planes) : undefined;
  const noise = run.noise.draw();
  const first = firstIndex(sampler, run.steps, strength);
  const latents =
    clean && !fromNoise
      ? addNoise(clean, noise, sampler.levelAt(first))
      : noise.map((x) => x * sampler.initialNoiseScale);
  // diffusers encodes the masked picture for every UNet, and so takes this draw.
  const masked = await encode(hideMasked(planes, mask));
  const latentMask = maskAsLatents(mask, shape);
  const unet = new UnetPass(model, shape, {
    ...options,
    extraChannels: putsBack ? undefined : { mask: latentMask, masked },
  });
  await denoise(
    {
      ...run,
      latents,
      unet,
      latentRgb: model.latentRgb,
      firstIndex: first,
      afterStep(current, next) {
        if (!clean || !putsBack) return;
        const ended = next === sampler.timesteps.length;
        const known = ended ? clean : addNoise(clean, noise, sampler.levelAt(next));
        blendByMask(current, known, latentMask);
      },
    },
    context,
  );
  return latents;
}
