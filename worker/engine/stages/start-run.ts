import { EngineError } from '../contract/errors.ts';
import type { PipelineRequest } from '../pipelines/run-request.ts';
import type { Model } from '../runtime/model.ts';
import { chooseSchedulerConfig, createSampler } from '../samplers/registry.ts';
import { completeSchedulerConfig } from '../samplers/scheduler-config.ts';
import type { SchedulerConfig } from '../samplers/scheduler-config.ts';
import type { Sampler } from '../samplers/types.ts';
import { BatchNoise } from './prepare-latents.ts';
import type { LatentShape } from './prepare-latents.ts';

/** What every pipeline needs before its first latents. */
export interface StartedRun {
  size: { widthPx: number; heightPx: number };
  shape: LatentShape;
  scheduler: SchedulerConfig;
  steps: number;
  sampler: Sampler;
  noise: BatchNoise;
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
  const config =
    request.scheduler ?? chooseSchedulerConfig(model.scheduler, request.sampler, request.schedule);
  return {
    size: { widthPx: request.widthPx, heightPx: request.heightPx },
    shape,
    scheduler: completeSchedulerConfig(config),
    steps: request.steps,
    sampler: createSampler(config, request.steps),
    noise: new BatchNoise(request.noiseSource, request.seeds, shape),
  };
}
