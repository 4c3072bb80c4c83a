import { embedGuidance } from '../guidance.ts';
import type { Model } from '../runtime/model.ts';
import type { Graph } from '../runtime/session.ts';
import type { FloatTensor } from '../runtime/tensor.ts';

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
