import type { TextToImageRequest } from '#worker/engine/contract/request.ts';
import type { Model } from '#worker/engine/engine.ts';

/** A picture at the model's own size and sampler, with guidance, 20 steps. */
export function benchRequest(model: Model, seed = 1n): TextToImageRequest {
  return {
    prompt: 'a red house in a meadow',
    negativePrompt: 'fog',
    dialect: 'webui',
    seeds: [seed],
    widthPx: model.defaults.widthPx ?? 64,
    heightPx: model.defaults.heightPx ?? 64,
    steps: 20,
    guidance: 4,
    schedule: 'default',
    noiseSource: 'torch-cpu',
  };
}
