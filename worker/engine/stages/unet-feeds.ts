import { embedGuidance } from '../guidance.ts';
import type { Model } from '../runtime/model.ts';
import type { Graph } from '../runtime/session.ts';
import type { FloatTensor } from '../runtime/tensor.ts';
import { entryAt } from './conditioning.ts';
import type { Conditioning } from './conditioning.ts';
import type { LatentShape } from './prepare-latents.ts';

/** Graphs take the timestep as a number, as a list of one, or as one for each row. */
export function timestepTensor(graph: Graph | undefined, timestep: number): FloatTensor {
  const isNumber = graph?.inputs.get('timestep')?.dims.length === 0;
  return { data: Float32Array.of(timestep), dims: isNumber ? [] : [1] };
}

/** The guidance embedding of each row, where a distilled UNet takes one. */
export function guidanceFeeds(
  model: Model,
  guidance: number,
  batch: number,
): Record<string, FloatTensor> {
  const width = model.guidanceEmbeddingWidth;
  if (!width || !model.graphs.unet.inputs.has('timestep_cond')) return {};
  const row = embedGuidance(guidance, width);
  const data = new Float32Array(batch * width);
  for (let i = 0; i < batch; i++) data.set(row, i * width);
  return { timestep_cond: { data, dims: [batch, width] } };
}

/**
 * What Stable Diffusion XL's UNet takes beside the text's vectors, of each row: the text as one
 * vector, and (height, width, 0, 0, height, width) in pixels: a picture made at this size and cut
 * nowhere.
 */
export function xlFeeds(
  { latentScale }: Model,
  conditioning: Conditioning,
  shape: LatentShape,
  step: number,
): Record<string, FloatTensor> {
  const pooled = conditioning.map((row) => entryAt(row, step).pooled);
  const [first] = pooled;
  if (!first) return {};
  const rows = conditioning.length;
  const [height, width] = [shape.height * latentScale, shape.width * latentScale];
  const text = new Float32Array(rows * first.length);
  pooled.forEach((vector, row) => text.set(vector!, row * first.length));
  const sizes = pooled.flatMap(() => [height, width, 0, 0, height, width]);
  return {
    text_embeds: { data: text, dims: [rows, first.length] },
    time_ids: { data: Float32Array.from(sizes), dims: [rows, 6] },
  };
}
