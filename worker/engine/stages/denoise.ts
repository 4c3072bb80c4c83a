import type { RgbImage } from '../contract/request.ts';
import type { ComputeLine } from '../batching/compute-line.ts';
import type { Model } from '../runtime/model.ts';
import { createDenoiser } from '../samplers/denoiser.ts';
import type { SchedulerConfig } from '../samplers/scheduler-config.ts';
import type { Sampler } from '../samplers/types.ts';
import type { BatchNoise, LatentShape } from './prepare-latents.ts';
import { drawPreviews } from './preview.ts';
import { endIfCancelled } from './run-context.ts';
import type { RunContext } from './run-context.ts';
import type { UnetPass } from './unet-pass.ts';

export interface DenoiseRun {
  /** The noised latents; they are denoised in place. */
  latents: Float32Array;
  shape: LatentShape;
  sampler: Sampler;
  unet: UnetPass;
  line: ComputeLine;
  noise: BatchNoise;
  /** The first timestep of the run: above 0 where it begins from a picture. */
  firstIndex: number;
  scheduler: Pick<SchedulerConfig, 'prediction_type'>;
  /** What draws the previews. */
  model: Pick<Model, 'graphs' | 'latentRgb'>;
  /** Runs after each step, before the next: inpainting puts the known area back here. */
  afterStep?: ((latents: Float32Array, nextIndex: number) => void) | undefined;
}

/**
 * Walks a sampler down its timesteps, in step with the other runs of its model. Between steps other
 * work of the process gets its turn, and the run ends where it was cancelled.
 *
 * @throws EngineError `cancelled`.
 */
export async function denoise(run: DenoiseRun, context: RunContext): Promise<void> {
  endIfCancelled(context);
  const leave = run.line.join();
  try {
    await walk(run, context);
  } finally {
    leave();
  }
}

async function walk(run: DenoiseRun, context: RunContext): Promise<void> {
  const { latents, sampler, unet, noise, firstIndex } = run;
  const { timesteps } = sampler;
  const steps = timesteps.length - firstIndex;
  for (let index = firstIndex; index < timesteps.length; index++) {
    const output = await unet.predict(
      latents,
      {
        step: Math.floor(index / sampler.order) + 1,
        index: index - firstIndex,
        passes: steps,
        timestep: timesteps[index]!,
        inputScale: sampler.inputScale(index),
      },
      context.clock,
    );
    endIfCancelled(context);
    const previews = context.onStep ? await previewStep(run, output, index, context) : [];
    sampler.step({
      index,
      sample: latents,
      output,
      drawNoise: () => noise.draw(),
      openPath: (low, high, seed) => noise.openPath(low, high, seed),
    });
    run.afterStep?.(latents, index + 1);
    context.onStep?.({ step: index - firstIndex + 1, steps, previews });
    endIfCancelled(context);
  }
}

/** A look at where the run is heading: the clean picture that this step's prediction implies. */
async function previewStep(
  run: DenoiseRun,
  output: Float32Array,
  index: number,
  { clock }: RunContext,
): Promise<RgbImage[]> {
  const denoiser = createDenoiser({ ...run.scheduler, clip_sample: false, clip_sample_range: 1 });
  const clean = denoiser.clean(run.latents, output, run.sampler.levelAt(index));
  return drawPreviews(run.model, clean, run.shape, clock);
}
