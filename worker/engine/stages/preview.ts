import type { RgbImage } from '../contract/request.ts';
import type { LatentRgb } from '../runtime/manifest.ts';
import type { Model } from '../runtime/model.ts';
import type { Graph, SessionClock } from '../runtime/session.ts';
import { latentSize } from './prepare-latents.ts';
import type { LatentShape } from './prepare-latents.ts';

/** Stable Diffusion 1.5: what a latent channel adds to red, green and blue. */
const STABLE_DIFFUSION: LatentRgb = {
  factors: [
    [0.1756, 0.11485, 0.16135],
    [0.1625, 0.2487, 0.1175],
    [-0.14145, 0.0881, 0.13605],
    [-0.106, -0.1308, -0.35885],
  ],
  bias: [0.5, 0.5, 0.5],
};

/**
 * The longer side of a preview, and at most a pixel a latent: nobody can make out a body or a face in it, which the gate has yet to
 * judge (docs/decisions/0005-previews-before-the-gate.md).
 */
const LARGEST_PX = 20;

/** Planes of red, green and blue in 0..1, one picture after another. */
interface Planes {
  data: Float32Array;
  height: number;
  width: number;
}

/**
 * A quick and coarse look at clean latents, one picture a seed: through the folder's small decoder
 * (`vae_decoder_tiny/model.onnx`) where it has one, else by a linear map from latents to colours.
 */
export async function drawPreviews(
  model: Pick<Model, 'graphs' | 'latentRgb'>,
  latents: Float32Array,
  shape: LatentShape,
  clock: SessionClock,
): Promise<RgbImage[]> {
  const planes = model.graphs.vaeDecoderTiny
    ? await decodeSmall(model.graphs.vaeDecoderTiny, latents, shape, clock)
    : mapToColours(latents, shape, model.latentRgb);
  const largestPx = Math.min(LARGEST_PX, Math.max(shape.height, shape.width));
  return Array.from({ length: shape.pictures }, (_, picture) => shrink(planes, picture, largestPx));
}

async function decodeSmall(
  decoder: Graph,
  latents: Float32Array,
  { pictures, channels, height, width }: LatentShape,
  clock: SessionClock,
): Promise<Planes> {
  const [input] = decoder.inputs.keys();
  const feeds = { [input!]: { data: latents, dims: [pictures, channels, height, width] } };
  const { data, dims } = Object.values(await decoder.run(feeds, clock))[0]!;
  return { data: data.map((x) => x * 0.5 + 0.5), height: dims[2]!, width: dims[3]! };
}

function mapToColours(
  latents: Float32Array,
  shape: LatentShape,
  { factors, bias }: LatentRgb = STABLE_DIFFUSION,
): Planes {
  const plane = shape.height * shape.width;
  const channels = Math.min(shape.channels, factors.length);
  const data = new Float32Array(shape.pictures * 3 * plane);
  data.forEach((_, i) => {
    const [picture, colour] = [Math.floor(i / (3 * plane)), Math.floor(i / plane) % 3];
    const base = picture * latentSize(shape) + (i % plane);
    let value = bias[colour]!;
    for (let channel = 0; channel < channels; channel++) {
      value += latents[base + channel * plane]! * factors[channel]![colour]!;
    }
    data[i] = value;
  });
  return { data, height: shape.height, width: shape.width };
}

/** Takes the mean of the pixels that fall together when the longer side is brought to its limit. */
function shrink({ data, height, width }: Planes, picture: number, largestPx: number): RgbImage {
  const scale = Math.min(1, largestPx / Math.max(height, width));
  const heightPx = Math.max(1, Math.round(height * scale));
  const widthPx = Math.max(1, Math.round(width * scale));
  const bytes = new Uint8ClampedArray(heightPx * widthPx * 3);
  bytes.forEach((_, i) => {
    const [x, y] = [Math.floor(i / 3) % widthPx, Math.floor(i / 3 / widthPx)];
    const plane = (picture * 3 + (i % 3)) * height * width;
    const rows = [Math.floor((y * height) / heightPx), Math.floor(((y + 1) * height) / heightPx)];
    const columns = [Math.floor((x * width) / widthPx), Math.floor(((x + 1) * width) / widthPx)];
    let sum = 0;
    for (let row = rows[0]!; row < rows[1]!; row++) {
      for (let column = columns[0]!; column < columns[1]!; column++) {
        sum += Math.min(Math.max(data[plane + row * width + column]!, 0), 1);
      }
    }
    bytes[i] = (sum * 255) / ((rows[1]! - rows[0]!) * (columns[1]! - columns[0]!));
  });
  return { widthPx, heightPx, data: new Uint8Array(bytes.buffer) };
}
