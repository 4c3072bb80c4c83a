import type { MaskImage } from '../contract/request.ts';
import type { FloatTensor } from '../runtime/tensor.ts';
import type { LatentShape } from './prepare-latents.ts';

const WHITE_FROM = 128;

/** The mask at the latents' size, 1 where it is painted anew, nearest pixel, [height * width]. */
export function maskAsLatents(mask: MaskImage, { height, width }: LatentShape): Float32Array {
  const small = new Float32Array(height * width);
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y * mask.heightPx) / height) * mask.widthPx;
    for (let x = 0; x < width; x++) {
      const column = Math.floor((x * mask.widthPx) / width);
      small[y * width + x] = mask.data[row + column]! >= WHITE_FROM ? 1 : 0;
    }
  }
  return small;
}

/** A picture's planes with what the mask covers at middle grey. */
export function hideMasked({ data, dims }: FloatTensor, mask: MaskImage): FloatTensor {
  const plane = mask.data.length;
  return { data: data.map((x, i) => (mask.data[i % plane]! >= WHITE_FROM ? 0 : x)), dims };
}

/** Writes `painted` where the mask is white and `known` where it is black; `out` may be either. */
export function blendByMask(
  painted: Float32Array,
  known: Float32Array,
  mask: Float32Array,
  out: Float32Array,
): void {
  for (let i = 0; i < out.length; i++) {
    const share = mask[i % mask.length]!;
    out[i] = share * painted[i]! + (1 - share) * known[i]!;
  }
}
