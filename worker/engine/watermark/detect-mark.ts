import type { RgbImage } from '../contract/request.ts';
import { BAND, WAVES, drawBand, measureBand } from './band.ts';

/** Scores of unmarked pictures lie around 0 with a spread of about 1; docs/decisions/0024 has the figures. */
const MARKED_FROM = 4.8;
/** The mark is looked for in a picture of this size, where its finest waves still fit. */
const GRID_PX = 2 * BAND;
/** Pictures hold less and less of finer waves; raised by this power of their fineness, all weigh alike. */
const EVENNESS = 2;
/** How far around a place a picture's own detail counts, in dots of the grid. */
const REACH = 3;

const PATTERN = drawBand(
  Float32Array.from(WAVES, ({ sign }) => sign),
  GRID_PX,
  GRID_PX,
);
const PATTERN_NORM = norm(PATTERN);

export interface MarkReading {
  isMarked: boolean;
  /** How far the picture leans to the mark, in spreads of unmarked pictures. */
  score: number;
}

/**
 * Says whether a picture carries the mark of `markPicture`, at whatever size it is now: the pattern's
 * correlation with the picture, its waves evened out and each place weighed by how little of its own the picture
 * holds there, as a Wiener filter does, since a few strong edges would drown the mark's many weak waves.
 */
export function detectMark(image: RgbImage): MarkReading {
  const band = measureBand(image);
  const sizes = Float32Array.from(
    WAVES,
    ({ u, v }) => band[v * BAND + u]! * Math.hypot(u, v) ** EVENNESS,
  );
  const evened = drawBand(sizes, GRID_PX, GRID_PX);
  const least = (0.5 * median(evened.map(Math.abs))) ** 2;
  const around = meanAround(evened.map((value) => value * value));
  const held = evened.map((value, i) => (value === 0 ? 0 : value / (least + around[i]!)));
  const likeness = held.reduce((sum, value, i) => sum + value * PATTERN[i]!, 0);
  const length = norm(held) * PATTERN_NORM;
  const score = length === 0 ? 0 : (likeness / length) * Math.sqrt(WAVES.length);
  return { isMarked: score >= MARKED_FROM, score };
}

/** The mean of the square of dots around each dot of the grid. */
function meanAround(values: Float32Array): Float32Array {
  const near = (at: number) =>
    [Math.max(0, at - REACH), Math.min(GRID_PX - 1, at + REACH)] as const;
  return values.map((_, i) => {
    const [top, bottom] = near(Math.floor(i / GRID_PX));
    const [left, right] = near(i % GRID_PX);
    let sum = 0;
    for (let y = top; y <= bottom; y++)
      for (let x = left; x <= right; x++) sum += values[y * GRID_PX + x]!;
    return sum / ((bottom - top + 1) * (right - left + 1));
  });
}

function norm(values: Float32Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
}

function median(values: Float32Array): number {
  return values.toSorted()[values.length >> 1]!;
}
