import type { ComputeLine } from '../batching/compute-line.ts';
import { EngineError } from '../contract/errors.ts';
import { openNoise } from '../noise/open-noise.ts';
import { varyNoise } from '../noise/vary-noise.ts';
import type { PipelineRequest } from '../pipelines/run-request.ts';
import type { Model } from '../runtime/model.ts';
import { chooseSchedulerConfig, createSampler } from '../samplers/registry.ts';
import { completeSchedulerConfig } from '../samplers/scheduler-config.ts';
import type { FolderSchedulerConfig, SchedulerConfig } from '../samplers/scheduler-config.ts';
import type { Sampler } from '../samplers/types.ts';
import { BatchNoise, latentSize } from './prepare-latents.ts';
import type { LatentShape } from './prepare-latents.ts';

/** What every pipeline needs before its first latents. */
export interface StartedRun {
  size: { widthPx: number; heightPx: number };
  shape: LatentShape;
  scheduler: SchedulerConfig;
  steps: number;
  sampler: Sampler;
  noise: BatchNoise;
  /** Draws the noise that a run begins with, varied where the request says so. */
  firstNoise(): Float32Array;
  line: ComputeLine;
}

/**
 * Chooses the sampler, lays out the latents and opens each picture's noise.
 *
 * @throws EngineError `bad-request` naming the field: a size that the model's latents do not fit, a
 *   sampler that the model can't use.
 */
export function startRun(model: Model, request: PipelineRequest): StartedRun {
  for (const field of ['widthPx', 'heightPx'] as const) {
    if (request[field] % model.sizeStepPx !== 0) {
      throw new EngineError(
        'bad-request',
        `With this model, width and height must be divisible by ${model.sizeStepPx}.`,
        field,
      );
    }
  }
  const shape = {
    pictures: request.seeds.length,
    channels: model.latentChannels,
    height: request.heightPx / model.latentScale,
    width: request.widthPx / model.latentScale,
  };
  const chosen =
    request.scheduler ?? chooseSchedulerConfig(model.scheduler, request.sampler, request.schedule);
  const config = suitLatents(chosen, request.inpaint !== undefined);
  const noise = new BatchNoise(request.noiseSource, request.seeds, shape);
  return {
    size: { widthPx: request.widthPx, heightPx: request.heightPx },
    shape,
    scheduler: completeSchedulerConfig(config),
    steps: request.steps,
    sampler: createSampler(config, request.steps),
    noise,
    line: model.line,
    firstNoise: () => vary(noise.draw(), request, shape),
  };
}

/**
 * What diffusers' Stable Diffusion pipelines change in a scheduler config: latents are not clipped,
 * the schedule is offset by one where nothing is said, and inpainting leaves out PNDM's warm-up,
 * which would put the known area back halfway through a step.
 */
function suitLatents(config: FolderSchedulerConfig, isInpainting: boolean): FolderSchedulerConfig {
  return {
    ...config,
    clip_sample: false,
    steps_offset: config.steps_offset ?? 1,
    ...(isInpainting && { skip_prk_steps: true }),
  };
}

function vary(noise: Float32Array, request: PipelineRequest, shape: LatentShape): Float32Array {
  const { variation, noiseSource } = request;
  if (!variation) return noise;
  const size = latentSize(shape);
  const other = new Float32Array(size);
  openNoise(noiseSource, variation.seed).fill(other);
  for (let start = 0; start < noise.length; start += size) {
    varyNoise(noise.subarray(start, start + size), other, shape, variation.strength);
  }
  return noise;
}
