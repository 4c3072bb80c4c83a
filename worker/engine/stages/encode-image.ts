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
 * Encodes pictures to scaled latents, one for each picture of the batch, or one for all of them.
 * Each one's sample of the encoder's distribution takes a draw of its own noise.
 *
 * @throws EngineError `bad-request` where the model has no image encoder.
 */
export async function encodeImages(
  model: Model,
  pictures: readonly FloatTensor[],
  noise: BatchNoise,
  shape: LatentShape,
  context: RunContext,
): Promise<Float32Array> {
  const encoder = model.graphs.vaeEncoder;
  if (!encoder) {
    throw new EngineError('bad-request', 'This model can’t begin from a picture.', 'start');
  }
  const input = [...encoder.inputs.keys()][0]!;
  const encoded: Float32Array[] = [];
  for (const planes of pictures) {
    const outputs = await encoder.run({ [input]: planes }, context.clock);
    encoded.push(Object.values(outputs)[0]!.data);
  }
  const size = latentSize(shape);
  const latents = noise.draw();
  for (let i = 0; i < latents.length; i++) {
    const parameters = encoded[Math.floor(i / size) % encoded.length]!;
    const sample = sampleOf(parameters, i % size, size, latents[i]!);
    latents[i] = (sample - model.shiftFactor) * model.scalingFactor;
  }
  return latents;
}

/** One number of the encoder's distribution: means come first, then log variances, if any. */
function sampleOf(parameters: Float32Array, at: number, size: number, noise: number): number {
  const mean = parameters[at]!;
  if (parameters.length === size) return mean;
  const { min, max } = LOG_VARIANCE;
  return mean + Math.exp(0.5 * Math.min(Math.max(parameters[size + at]!, min), max)) * noise;
}
