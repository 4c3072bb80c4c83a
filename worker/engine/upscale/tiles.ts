/** One tile's place along an axis, and how much each of its pixels counts in the blend. */
export interface TileSpan {
  startPx: number;
  /** One weight a pixel of the enlarged tile; the weights of all tiles add up to 1 everywhere. */
  weights: Float32Array;
}

/** The outer part of an overlap that counts nothing, for there a tile can't see its surroundings. */
const BLIND_SHARE = 0.25;

/**
 * Spreads tiles evenly over an axis, neighbours overlapping by `overlapPx` or more, with weights
 * that pass smoothly from one tile to the next.
 *
 * @param scale how many times larger the enlarged tile is, for which the weights are given
 */
export function planTiles(
  lengthPx: number,
  tilePx: number,
  overlapPx: number,
  scale: number,
): TileSpan[] {
  const starts = placeTiles(lengthPx, tilePx, overlapPx);
  const raw = starts.map((startPx) =>
    Float32Array.from({ length: tilePx * scale }, (_, at) => {
      const atPx = (at + 0.5) / scale;
      const fromStart = startPx === 0 ? Infinity : atPx;
      const fromEnd = startPx + tilePx >= lengthPx ? Infinity : tilePx - atPx;
      return ramp(Math.min(fromStart, fromEnd) / overlapPx);
    }),
  );
  const sums = new Float32Array(Math.max(lengthPx, tilePx) * scale);
  for (const [index, weights] of raw.entries()) {
    const from = starts[index]! * scale;
    for (const [at, weight] of weights.entries()) sums[from + at]! += weight;
  }
  return raw.map((weights, index) => {
    const startPx = starts[index]!;
    return { startPx, weights: weights.map((weight, at) => weight / sums[startPx * scale + at]!) };
  });
}

function placeTiles(lengthPx: number, tilePx: number, overlapPx: number): number[] {
  if (lengthPx <= tilePx) return [0];
  const count = Math.ceil((lengthPx - overlapPx) / (tilePx - overlapPx));
  const stepPx = (lengthPx - tilePx) / (count - 1);
  return Array.from({ length: count }, (_, index) => Math.round(index * stepPx));
}

/** From 0 at the tile's edge to 1 at the overlap's end, flat at both. */
function ramp(share: number): number {
  const inside = (share - BLIND_SHARE) / (1 - 2 * BLIND_SHARE);
  const clamped = Math.min(Math.max(inside, 0), 1);
  return clamped * clamped * (3 - 2 * clamped);
}
