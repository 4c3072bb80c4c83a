import type { WordHeatmap } from '../contract/result.ts';
import { resizeBicubic } from './bicubic.ts';

/**
 * Where one or several words (a phrase) act, at a picture's size, row by row: the mean of their maps,
 * scaled so that the weakest place is 0 and the strongest 1, as DAAM shows them.
 */
export function drawHeatmap(
  words: readonly WordHeatmap[],
  { widthPx, heightPx }: { widthPx: number; heightPx: number },
): Float32Array {
  const { height, width } = words[0]!;
  const mean = new Float32Array(height * width);
  for (const { values } of words) {
    values.forEach((x, i) => (mean[i] = mean[i]! + x / words.length));
  }
  const large = resizeBicubic(mean, { height, width }, { height: heightPx, width: widthPx });
  let [least, most] = [Infinity, -Infinity];
  for (const value of large) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const span = most - least || 1;
  return large.map((value) => (value - least) / span);
}
