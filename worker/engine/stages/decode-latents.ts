import { EngineError } from '../contract/errors.ts';
import type { RgbImage } from '../contract/request.ts';
import type { Model } from '../runtime/model.ts';
import type { FloatTensor } from '../runtime/tensor.ts';
import type { RunContext } from './run-context.ts';
import { endIfCancelled } from './run-context.ts';
import { DECODE_TILE, decodeTiles, needsTiles } from './decode-tiles.ts';
import { latentSize } from './prepare-latents.ts';
import type { LatentShape } from './prepare-latents.ts';

/**
 * Turns each picture's final latents into an image, one after another so that memory stays that of
 * one picture.
 *
 * @throws EngineError `run-failed` where the decoder gives numbers that are no colours.
 */
export async function decodeLatents(
  model: Model,
  latents: Float32Array,
  shape: LatentShape,
  context: RunContext,
): Promise<RgbImage[]> {
  const decoder = model.graphs.vaeDecoder;
  const input = [...decoder.inputs.keys()][0]!;
  const output = [...decoder.outputs.keys()][0]!;
  const size = latentSize(shape);
  const images: RgbImage[] = [];
  for (let picture = 0; picture < shape.pictures; picture++) {
    const scaled = latents
      .subarray(picture * size, (picture + 1) * size)
      .map((x) => x / model.scalingFactor + model.shiftFactor);
    const whole = { data: scaled, dims: [1, shape.channels, shape.height, shape.width] };
    const decode = async (part: FloatTensor) => {
      endIfCancelled(context);
      return (await decoder.run({ [input]: part }, context.clock))[output]!;
    };
    images.push(
      needsTiles(shape)
        ? await decodeTiles(whole, { ...DECODE_TILE, scale: model.latentScale }, decode)
        : toImage(await decode(whole)),
    );
  }
  return images;
}

/** From three planes in -1..1 to bytes, pixel by pixel. */
function toImage({ data: planes, dims }: FloatTensor): RgbImage {
  const [, , heightPx, widthPx] = dims as [number, number, number, number];
  const plane = widthPx * heightPx;
  const data = new Uint8ClampedArray(plane * 3);
  for (let colour = 0; colour < 3; colour++) {
    for (let pixel = 0; pixel < plane; pixel++) {
      data[pixel * 3 + colour] = (planes[colour * plane + pixel]! * 0.5 + 0.5) * 255;
    }
  }
  if (planes.some(Number.isNaN)) {
    throw new EngineError('run-failed', 'The model drew no valid picture for these settings.');
  }
  return { widthPx, heightPx, data: new Uint8Array(data.buffer) };
}
