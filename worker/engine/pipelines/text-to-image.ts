import type { Model } from '../runtime/model.ts';
import { denoise } from '../stages/denoise.ts';
import type { StartedRun } from '../stages/start-run.ts';
import type { RunContext } from '../stages/run-context.ts';
import type { UnetPass } from '../stages/unet-pass.ts';

/** From noise alone. Returns the final latents of the batch. */
export async function textToImage(
  model: Model,
  run: StartedRun,
  unet: UnetPass,
  context: RunContext,
): Promise<Float32Array> {
  const latents = run.firstNoise().map((x) => x * run.sampler.initialNoiseScale);
  await denoise({ ...run, latents, unet, model, firstIndex: 0 }, context);
  return latents;
}
