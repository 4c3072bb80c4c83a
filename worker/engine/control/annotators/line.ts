import type { RgbImage } from '#worker/engine/contract/request.ts';
import { blurPlane, takeChannels, toGreyImage } from './plane.ts';

/** The narrow blur sets the width of the lines; near 1.6 times it, the difference is a Laplacian. */
const [NARROW_SIGMA_PX, WIDE_SIGMA_PX] = [0.8, 2.4];
/** Differences up to this are noise. */
const NOISE = 3;
/** Weak lines of a dim picture are not raised above this part of their strength. */
const FAINTEST_TYPICAL = 10;

/**
 * Line drawing, white on black, soft-edged: where a place is darker than what surrounds it in some
 * colour channel (a difference of Gaussians), scaled so that a typical line is half bright.
 */
export function drawLines(image: RgbImage): RgbImage {
  const { widthPx, heightPx } = image;
  const darkness = new Float32Array(widthPx * heightPx);
  for (const channel of takeChannels(image)) {
    const narrow = blurPlane(channel, NARROW_SIGMA_PX).data;
    const wide = blurPlane(channel, WIDE_SIGMA_PX).data;
    for (let pixel = 0; pixel < darkness.length; pixel++) {
      darkness[pixel] = Math.max(darkness[pixel]!, wide[pixel]! - narrow[pixel]! - NOISE);
    }
  }
  const lines = darkness.filter((value) => value > 0).sort();
  const typical = Math.max(lines[lines.length >> 1] ?? 0, FAINTEST_TYPICAL);
  const data = darkness.map((value) => (value * 127.5) / typical);
  return toGreyImage({ widthPx, heightPx, data });
}
