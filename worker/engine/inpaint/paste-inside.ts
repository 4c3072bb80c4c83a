import type { MaskImage, RgbImage } from '../contract/request.ts';
import type { Region } from './mask-region.ts';
import { softenMask } from './soften-mask.ts';

/** Lays a painted region over a picture, inside the mask: outside, every byte stays. */
export function pasteInside(
  original: RgbImage,
  painted: RgbImage,
  region: Region,
  mask: MaskImage,
  blurPx: number,
): RgbImage {
  const share = softenMask(mask, blurPx);
  const data = original.data.slice();
  for (let y = 0; y < region.heightPx; y++) {
    for (let x = 0; x < region.widthPx; x++) {
      const pixel = (region.top + y) * original.widthPx + region.left + x;
      const weight = share[pixel]!;
      if (weight === 0) continue;
      for (let c = 0; c < 3; c++) {
        const fresh = painted.data[(y * region.widthPx + x) * 3 + c]!;
        const old = original.data[pixel * 3 + c]!;
        data[pixel * 3 + c] = Math.round(old + weight * (fresh - old));
      }
    }
  }
  return { ...original, data };
}
