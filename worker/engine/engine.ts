import { EngineError } from './contract/errors.ts';
import { generationRequestSchema } from './contract/request.ts';
import type { GenerationRequest, TextToImageRequest } from './contract/request.ts';
import type { GenerationResult, StepProgress } from './contract/result.ts';
import { prepareControls } from './control/prepare-controls.ts';
import { imageToImage } from './pipelines/image-to-image.ts';
import { inpaint } from './pipelines/inpaint.ts';
import type { PipelineRequest } from './pipelines/run-request.ts';
import { textToImage } from './pipelines/text-to-image.ts';
import type { Model } from './runtime/model.ts';
import type { FolderSchedulerConfig } from './samplers/scheduler-config.ts';
import { decodeLatents } from './stages/decode-latents.ts';
import { encodePrompts } from './stages/encode-prompt.ts';
import { latentSize } from './stages/prepare-latents.ts';
import type { RunContext } from './stages/run-context.ts';
import { startRun } from './stages/start-run.ts';
import type { StartedRun } from './stages/start-run.ts';
import { UnetPass } from './stages/unet-pass.ts';

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
  { onStep, signal, scheduler, maxChunks }: GenerateOptions = {},
): Promise<GenerationResult> {
  const startMs = performance.now();
  const checked: PipelineRequest = { ...checkRequest(request), scheduler, maxChunks };
  const context: RunContext = { clock: { sessionMs: 0 }, onStep, signal };
  const run = startRun(model, checked);
  const latents = await drawLatents(model, checked, run, context);
  const images = await decodeLatents(model, latents, run.shape, context);
  const size = latentSize(run.shape);
  return {
    pictures: checked.seeds.map((seed, i) => ({
      seed,
      image: images[i]!,
      latents: latents.slice(i * size, (i + 1) * size),
    })),
    latentsShape: [run.shape.channels, run.shape.height, run.shape.width],
    timing: { totalMs: performance.now() - startMs, sessionMs: context.clock.sessionMs },
  };
}

async function drawLatents(
  model: Model,
  request: PipelineRequest,
  run: StartedRun,
  context: RunContext,
): Promise<Float32Array> {
  const { start, inpaint: painting, guidance } = request;
  const controls = prepareControls(model, request);
  const conditioning = await encodePrompts(model, request, context);
  const passOptions = { conditioning, controls, guidance };
  if (start && painting) {
    return inpaint(model, run, passOptions, start, painting.mask, context);
  }
  const unet = new UnetPass(model, run.shape, passOptions);
  if (start) return imageToImage(model, run, unet, start, context);
  return textToImage(model, run, unet, context);
}

function checkRequest(request: unknown): GenerationRequest {
  const result = generationRequestSchema.safeParse(request);
  if (result.success) return result.data;
  const { path, message } = result.error.issues[0]!;
  throw new EngineError('bad-request', message, path.join('.'));
}
