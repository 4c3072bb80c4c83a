import type { MaskImage, RgbImage } from '../contract/request.ts';
import { fillMasked } from './fill-masked.ts';

export interface Margins {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** For outpainting: a larger canvas around a picture, and the mask of what is new on it. */
export function extendCanvas(
  image: RgbImage,
  { left, right, top, bottom }: Margins,
): { image: RgbImage; mask: MaskImage } {
  const widthPx = image.widthPx + left + right;
  const heightPx = image.heightPx + top + bottom;
  const data = new Uint8Array(widthPx * heightPx * 3);
  const mask = { widthPx, heightPx, data: new Uint8Array(widthPx * heightPx).fill(255) };
  for (let y = 0; y < image.heightPx; y++) {
    const row = image.data.subarray(y * image.widthPx * 3, (y + 1) * image.widthPx * 3);
    const at = (top + y) * widthPx + left;
    data.set(row, at * 3);
    mask.data.fill(0, at, at + image.widthPx);
  }
  return { image: fillMasked({ widthPx, heightPx, data }, mask), mask };
}
