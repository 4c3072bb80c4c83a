import type { RgbImage } from '../contract/request.ts';
import { WAVES, drawBand } from './band.ts';
import { detectMark } from './detect-mark.ts';

/** Mean change of a byte, in levels, from faint up: 2.45 is 40.3 dB. */
const STRENGTHS = [1.2, 1.5, 2, 2.45];
/** A mark that reads this well outlives half the size and JPEG at quality 75. */
const ENOUGH = 22;

/**
 * Puts an invisible mark, "made by Easel", into a picture: a fixed pattern in its brightness, as faint as it
 * may be and still be found by `detectMark` after JPEG and scaling. Spread-spectrum marking after Cox et al.
 * 1997, with the strength set by what the detector reads.
 *
 * @param kept a picture of the same size; pixels that are equal in both keep their bytes, as inpainting promises
 */
export function markPicture(image: RgbImage, kept?: RgbImage): RgbImage {
  const { widthPx, heightPx } = image;
  // Orthonormal waves: their mean square over the picture is their number over its pixels.
  const size = Math.sqrt((widthPx * heightPx) / WAVES.length);
  const sizes = Float32Array.from(WAVES, ({ sign }) => sign * size);
  const pattern = drawBand(sizes, widthPx, heightPx);
  if (kept) leaveOut(pattern, image, kept);
  let marked = image;
  for (const strength of STRENGTHS) {
    const first = add(image, pattern, strength);
    // Black and white cut the mark off; the rest of the picture makes up for it.
    const cut = kept ? 1 : strength / Math.max(meanChange(image, first), strength / 2);
    marked = cut > 1 ? add(image, pattern, strength * cut) : first;
    if (detectMark(marked).score >= ENOUGH) break;
  }
  return marked;
}

function add(image: RgbImage, pattern: Float32Array, strength: number): RgbImage {
  // The clamped array rounds, and holds values between 0 and 255.
  const data = new Uint8ClampedArray(image.data.length);
  for (let i = 0; i < data.length; i++) {
    data[i] = image.data[i]! + strength * pattern[Math.floor(i / 3)]!;
  }
  return { ...image, data: new Uint8Array(data.buffer) };
}

function meanChange(before: RgbImage, after: RgbImage): number {
  let squares = 0;
  for (let i = 0; i < before.data.length; i++) squares += (before.data[i]! - after.data[i]!) ** 2;
  return Math.sqrt(squares / before.data.length);
}

function leaveOut(pattern: Float32Array, image: RgbImage, kept: RgbImage): void {
  if (kept.widthPx !== image.widthPx || kept.heightPx !== image.heightPx) return;
  pattern.forEach((_, pixel) => {
    const isKept = [0, 1, 2].every((c) => image.data[pixel * 3 + c] === kept.data[pixel * 3 + c]);
    if (isKept) pattern[pixel] = 0;
  });
}
