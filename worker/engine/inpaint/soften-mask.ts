import type { MaskImage } from '../contract/request.ts';

/**
 * How much of the new picture each pixel takes, 0..1. The edge is softened towards the inside of
 * the mask only, so that every pixel outside it takes nothing and keeps its bytes.
 */
export function softenMask({ widthPx, heightPx, data }: MaskImage, blurPx: number): Float32Array {
  const hard = Float32Array.from(data, (value) => (value >= 128 ? 1 : 0));
  if (blurPx === 0) return hard;
  const kernel = gaussian(blurPx);
  const rows = blurLines(hard, widthPx, heightPx, 1, widthPx, kernel);
  const blurred = blurLines(rows, heightPx, widthPx, widthPx, 1, kernel);
  return hard.map((inside, i) => inside * Math.max(0, 2 * blurred[i]! - 1));
}

function gaussian(sigmaPx: number): Float32Array {
  const reach = Math.ceil(sigmaPx * 3);
  const weights = Float32Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigmaPx ** 2)),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Blurs each line along itself; past its ends a line goes on as it ended. */
function blurLines(
  values: Float32Array,
  length: number,
  lines: number,
  step: number,
  lineStep: number,
  kernel: Float32Array,
): Float32Array {
  const reach = (kernel.length - 1) / 2;
  const out = new Float32Array(values.length);
  for (let line = 0; line < lines; line++) {
    for (let at = 0; at < length; at++) {
      let sum = 0;
      for (let k = -reach; k <= reach; k++) {
        const from = Math.min(Math.max(at + k, 0), length - 1);
        sum += kernel[k + reach]! * values[line * lineStep + from * step]!;
      }
      out[line * lineStep + at * step] = sum;
    }
  }
  return out;
}
