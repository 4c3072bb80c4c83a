import { EngineError } from '../contract/errors.ts';
import type { RgbImage } from '../contract/request.ts';
import type { Model } from '../runtime/model.ts';
import type { FloatTensor } from '../runtime/tensor.ts';
import type { BatchNoise, LatentShape } from './prepare-latents.ts';
import { latentSize } from './prepare-latents.ts';
import type { RunContext } from './run-context.ts';

/** The encoder's spread is clamped, as diffusers does, before it becomes a standard deviation. */
const LOG_VARIANCE = { min: -30, max: 20 };

/** From bytes, pixel by pixel, to three planes: 0..255 becomes `low`..1. */
export function toPlanes({ widthPx, heightPx, data }: RgbImage, low: -1 | 0): FloatTensor {
  const plane = widthPx * heightPx;
  const planes = new Float32Array(plane * 3);
  for (let colour = 0; colour < 3; colour++) {
    for (let pixel = 0; pixel < plane; pixel++) {
      planes[colour * plane + pixel] = low + ((1 - low) * data[pixel * 3 + colour]!) / 255;
    }
  }
  return { data: planes, dims: [1, 3, heightPx, widthPx] };
}

/**
 * Encodes a picture to scaled latents, once for each picture of the batch: each one's sample of the
 * encoder's distribution takes a draw of its own noise.
 *
 * @throws EngineError `bad-request` where the model has no image encoder.
 */
export async function encodeImage(
  model: Model,
  planes: FloatTensor,
  noise: BatchNoise,
  shape: LatentShape,
  context: RunContext,
): Promise<Float32Array> {
  const encoder = model.graphs.vaeEncoder;
  if (!encoder) {
    throw new EngineError('bad-request', 'This model can’t begin from a picture.', 'start');
  }
  const input = [...encoder.inputs.keys()][0]!;
  const outputs = await encoder.run({ [input]: planes }, context.clock);
  const { data: parameters } = Object.values(outputs)[0]!;
  const size = latentSize(shape);
  const isDistribution = parameters.length === size * 2;
  const drawn = noise.draw();
  const latents = new Float32Array(drawn.length);
  for (let i = 0; i < latents.length; i++) {
    const mean = parameters[i % size]!;
    const logVariance = isDistribution ? parameters[size + (i % size)]! : -Infinity;
    const clamped = Math.min(Math.max(logVariance, LOG_VARIANCE.min), LOG_VARIANCE.max);
    const spread = isDistribution ? Math.exp(0.5 * clamped) : 0;
    latents[i] = (mean + spread * drawn[i]! - model.shiftFactor) * model.scalingFactor;
  }
  return latents;
}
