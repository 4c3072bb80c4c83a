import { AttentionRecorder } from '../attention/attention-recorder.ts';
import type { RgbImage } from '../contract/request.ts';
import type { WordHeatmap } from '../contract/result.ts';
import { prepareControls } from '../control/prepare-controls.ts';
import { prepareInpaint } from '../inpaint/prepare-inpaint.ts';
import type { Model } from '../runtime/model.ts';
import { decodeLatents } from '../stages/decode-latents.ts';
import { encodePrompts } from '../stages/encode-prompt.ts';
import type { LatentShape } from '../stages/prepare-latents.ts';
import type { RunContext } from '../stages/run-context.ts';
import { startRun } from '../stages/start-run.ts';
import { UnetPass } from '../stages/unet-pass.ts';
import { refineLarger } from './hires-fix.ts';
import { imageToImage } from './image-to-image.ts';
import { inpaint } from './inpaint.ts';
import type { PipelineRequest } from './run-request.ts';
import { textToImage } from './text-to-image.ts';

export interface DrawnPictures {
  images: RgbImage[];
  latents: Float32Array;
  shape: LatentShape;
  /** Each picture's, of the first pass where it is drawn twice. */
  heatmaps: WordHeatmap[][] | undefined;
}

/** Chooses the pipeline that a request asks for, and runs it from the prompt to the pixels. */
export async function drawPictures(
  model: Model,
  request: PipelineRequest,
  context: RunContext,
): Promise<DrawnPictures> {
  const { start, inpaint: painting, hires, guidance, guidanceRescale } = request;
  const run = startRun(model, request);
  const controls = prepareControls(model, request);
  const conditioning = await encodePrompts(model, request, context);
  const { unet: plain, unetControlled } = model.graphs;
  const graphs = controls.length > 0 && unetControlled ? [plain, unetControlled] : [plain];
  const attention = request.heatmaps
    ? new AttentionRecorder(graphs, conditioning, run.shape)
    : undefined;
  const passOptions = { conditioning, controls, guidance, guidanceRescale, attention };

  if (start && painting) {
    const prepared = await prepareInpaint({ ...request, start, inpaint: painting });
    const begin = { ...prepared, strength: start.strength, content: painting.content };
    const latents = await inpaint(model, run, passOptions, begin, context);
    const painted = await decodeLatents(model, latents, run.shape, context);
    const images = await Promise.all(painted.map(prepared.finish));
    return { images, latents, shape: run.shape, heatmaps: attention?.finish() };
  }

  const unet = new UnetPass(model, run.shape, passOptions);
  const latents = start
    ? await imageToImage(model, run, unet, { ...start, images: [start.image] }, context)
    : await textToImage(model, run, unet, context);
  const images = await decodeLatents(model, latents, run.shape, context);
  const heatmaps = attention?.finish();
  if (!hires || hires.scale === 1) return { images, latents, shape: run.shape, heatmaps };

  const larger = await refineLarger(model, request, hires, images, passOptions, context);
  return {
    images: await decodeLatents(model, larger.latents, larger.run.shape, context),
    latents: larger.latents,
    shape: larger.run.shape,
    heatmaps,
  };
}
