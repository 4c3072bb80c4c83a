import type { WordHeatmap } from '#worker/engine/contract/result.ts';

/** The nine parts of a picture, row by row. */
const PARTS = [
  ['in the upper left', 'at the top', 'in the upper right'],
  ['on the left', 'in the middle', 'on the right'],
  ['in the lower left', 'at the bottom', 'in the lower right'],
] as const;

/** Less than this above the mean of all parts, and the model looked everywhere about alike. */
const CLEARLY_MORE = 0.12;
/** A second part is named where it is nearly as strong as the first. */
const NEARLY_AS_STRONG = 0.9;

/**
 * Where a map is strongest, in words that go on "was looked for": "mostly in the lower left", or "all over the
 * picture" where no part stands out.
 *
 * @param heatmap values from 0 to 1
 */
export function describePlace(heatmap: WordHeatmap): string {
  const parts = PARTS.flatMap((names, row) =>
    names.map((name, column) => ({ name, mean: meanOf(heatmap, row, column) })),
  ).sort((a, b) => b.mean - a.mean);
  const [first, second] = parts;
  const mean = parts.reduce((sum, part) => sum + part.mean, 0) / parts.length;
  if (!first || first.mean - mean < CLEARLY_MORE) return 'all over the picture';
  const isShared = second && second.mean >= NEARLY_AS_STRONG * first.mean;
  return `mostly ${first.name}${isShared ? ` and ${second.name}` : ''}`;
}

function meanOf({ width, height, values }: WordHeatmap, row: number, column: number): number {
  const [top, bottom] = [Math.floor((row * height) / 3), Math.ceil(((row + 1) * height) / 3)];
  const [left, right] = [Math.floor((column * width) / 3), Math.ceil(((column + 1) * width) / 3)];
  let sum = 0;
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) sum += values[y * width + x] ?? 0;
  return sum / ((bottom - top) * (right - left));
}
