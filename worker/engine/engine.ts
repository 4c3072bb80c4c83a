import { checkRequest } from './check-request.ts';
import type { GenerationRequest, TextToImageRequest } from './contract/request.ts';
import type { GenerationResult, StepProgress } from './contract/result.ts';
import { assertMerged } from './lora/find-loras.ts';
import { drawPictures } from './pipelines/draw-pictures.ts';
import type { PromptPart } from './prompt/prompt.ts';
import type { Model } from './runtime/model.ts';
import type { FolderSchedulerConfig } from './samplers/scheduler-config.ts';
import { latentSize } from './stages/prepare-latents.ts';
import type { RunContext } from './stages/run-context.ts';

export { checkRequest } from './check-request.ts';
export { extendCanvas } from './inpaint/extend-canvas.ts';
export type { Margins } from './inpaint/extend-canvas.ts';
export { findLoras } from './lora/find-loras.ts';
export type { LoraChoice } from './lora/merge-loras.ts';
export { loadModel } from './runtime/model.ts';
export type { Model } from './runtime/model.ts';
export { DEVICES } from './runtime/session.ts';
export type { Device, SessionOptions } from './runtime/session.ts';
export { findSampler, webuiSamplerName } from './samplers/registry.ts';

export interface GenerateOptions {
  /** Called after each step, with a small preview of each picture. */
  onStep?: (progress: StepProgress) => void;
  /** Ends the run between two steps. */
  signal?: AbortSignal;
  /** A diffusers scheduler config in place of the request's sampler and schedule. */
  scheduler?: FolderSchedulerConfig;
  /** Prompts that are parsed already, in place of the request's texts. */
  parts?: { prompt: PromptPart[]; negativePrompt: PromptPart[] };
  /** How many chunks of 75 tokens of each prompt are read; all where it is missing. */
  maxChunks?: number;
}

/**
 * Draws one picture for each seed of a request. A seed's picture does not depend on its neighbours
 * in the batch, and is the one that diffusers makes on a CPU from the same files.
 *
 * @returns the pictures in the order of the seeds, each with its final latents
 * @throws EngineError `bad-request` naming the field, `cancelled`, `run-failed`
 */
export async function generateImages(
  model: Model,
  request: TextToImageRequest | GenerationRequest,
  { onStep, signal, scheduler, parts, maxChunks }: GenerateOptions = {},
): Promise<GenerationResult> {
  const startMs = performance.now();
  const checked = checkRequest(request);
  assertMerged(checked.prompt, model.loras);
  const context: RunContext = { clock: { sessionMs: 0 }, onStep, signal };
  const drawn = await drawPictures(model, { ...checked, scheduler, parts, maxChunks }, context);
  const { channels, height, width } = drawn.shape;
  const size = latentSize(drawn.shape);
  return {
    pictures: checked.seeds.map((seed, i) => ({
      seed,
      image: drawn.images[i]!,
      latents: drawn.latents.slice(i * size, (i + 1) * size),
      ...(drawn.heatmaps && { heatmaps: drawn.heatmaps[i]! }),
    })),
    latentsShape: [channels, height, width],
    timing: { totalMs: performance.now() - startMs, sessionMs: context.clock.sessionMs },
  };
}
