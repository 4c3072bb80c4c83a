import { embedGuidance } from '../guidance.ts';
import type { Model } from '../runtime/model.ts';
import type { FloatTensor, TensorInfo } from '../runtime/tensor.ts';

/** Older exports take the timestep as a list of one, or as one for each row. */
export function timestepTensor({ dims }: TensorInfo, timestep: number): FloatTensor {
  return { data: Float32Array.of(timestep), dims: dims.length === 0 ? [] : [1] };
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
