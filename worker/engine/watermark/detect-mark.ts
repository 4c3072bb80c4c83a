import type { RgbImage } from '../contract/request.ts';
import { BAND, WAVES, drawBand, measureBand } from './band.ts';

/** Scores of unmarked pictures lie around 0 with a spread of about 1; docs/decisions/0024 has the figures. */
const MARKED_FROM = 4.8;
/** The mark is looked for in a picture of this size, where its finest waves still fit. */
const GRID_PX = 2 * BAND;
/** Pictures hold less and less of finer waves; raised by this power of their fineness, all weigh alike. */
const EVENNESS = 2;

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
 * correlation with the picture, its waves evened out and its edges held back, since a picture's few strong edges
 * would drown the mark's many weak waves.
 */
export function detectMark(image: RgbImage): MarkReading {
  const band = measureBand(image);
  const sizes = Float32Array.from(
    WAVES,
    ({ u, v }) => band[v * BAND + u]! * Math.hypot(u, v) ** EVENNESS,
  );
  const evened = drawBand(sizes, GRID_PX, GRID_PX);
  const limit = 0.5 * median(evened.map(Math.abs));
  const held = evened.map((value) => (value === 0 ? 0 : value / (limit + Math.abs(value))));
  const likeness = held.reduce((sum, value, i) => sum + value * PATTERN[i]!, 0);
  const length = norm(held) * PATTERN_NORM;
  const score = length === 0 ? 0 : (likeness / length) * Math.sqrt(WAVES.length);
  return { isMarked: score >= MARKED_FROM, score };
}

function norm(values: Float32Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
}

function median(values: Float32Array): number {
  return values.toSorted()[values.length >> 1]!;
}
