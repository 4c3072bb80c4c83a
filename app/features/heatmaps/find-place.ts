import type { TFunction } from 'i18next';
import type { WordHeatmap } from '#worker/engine/contract/result.ts';

/** The nine parts of a picture, row by row. */
const PARTS = [
  ['in the upper left', 'at the top', 'in the upper right'],
  ['on the left', 'in the middle', 'on the right'],
  ['in the lower left', 'at the bottom', 'in the lower right'],
] as const;
export type Part = (typeof PARTS)[number][number];

/** The one or two parts where a map is strongest; none where it is alike everywhere. */
export type Place = Part[];

/** Less than this above the mean of all parts, and the model looked everywhere about alike. */
const CLEARLY_MORE = 0.12;
/** A second part is named where it is nearly as strong as the first. */
const NEARLY_AS_STRONG = 0.9;

/**
 * Where a map is strongest.
 *
 * @param heatmap values from 0 to 1
 */
export function findPlace(heatmap: WordHeatmap): Place {
  const parts = PARTS.flatMap((names, row) =>
    names.map((name, column) => ({ name, mean: meanOf(heatmap, row, column) })),
  ).sort((a, b) => b.mean - a.mean);
  const mean = parts.reduce((sum, part) => sum + part.mean, 0) / parts.length;
  const most = parts[0]?.mean ?? 0;
  if (most - mean < CLEARLY_MORE) return [];
  return parts
    .slice(0, 2)
    .filter((part) => part.mean >= NEARLY_AS_STRONG * most)
    .map(({ name }) => name);
}

/** A place in words that go on "was looked for". */
export function sayPlace(t: TFunction, [first, second]: Place): string {
  if (!first) return t('all over the picture');
  return second
    ? t('mostly {{first}} and {{second}}', { first: t(first), second: t(second) })
    : t('mostly {{first}}', { first: t(first) });
}

function meanOf({ width, height, values }: WordHeatmap, row: number, column: number): number {
  const [top, bottom] = [Math.floor((row * height) / 3), Math.ceil(((row + 1) * height) / 3)];
  const [left, right] = [Math.floor((column * width) / 3), Math.ceil(((column + 1) * width) / 3)];
  let sum = 0;
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) sum += values[y * width + x] ?? 0;
  return sum / ((bottom - top) * (right - left));
}
