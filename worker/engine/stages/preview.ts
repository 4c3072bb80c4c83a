import type { RgbImage } from '../contract/request.ts';
import type { LatentRgb } from '../runtime/manifest.ts';
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

/** A quick look at latents without the decoder: one pixel a latent, one picture a seed. */
export function previewLatents(
  latents: Float32Array,
  shape: LatentShape,
  { factors, bias }: LatentRgb = STABLE_DIFFUSION,
): RgbImage[] {
  const plane = shape.height * shape.width;
  const channels = Math.min(shape.channels, factors.length);
  return Array.from({ length: shape.pictures }, (_, picture) => {
    const base = picture * latentSize(shape);
    const data = new Uint8ClampedArray(plane * 3);
    for (let pixel = 0; pixel < plane; pixel++) {
      for (let colour = 0; colour < 3; colour++) {
        let value = bias[colour]!;
        for (let channel = 0; channel < channels; channel++) {
          value += latents[base + channel * plane + pixel]! * factors[channel]![colour]!;
        }
        data[pixel * 3 + colour] = value * 255;
      }
    }
    return { widthPx: shape.width, heightPx: shape.height, data: new Uint8Array(data.buffer) };
  });
}
