/** How sharp the curve is: torch's choice. */
const A = -0.75;

export interface PlaneSize {
  height: number;
  width: number;
}

/**
 * Resizes a plane of numbers, row by row, by cubic interpolation: torch's `interpolate` in mode
 * `bicubic`, corners not aligned, edges repeated.
 */
export function resizeBicubic(values: Float32Array, from: PlaneSize, to: PlaneSize): Float32Array {
  if (from.height === to.height && from.width === to.width) return values.slice();
  const [rows, columns] = [taps(from.height, to.height), taps(from.width, to.width)];
  const wide = new Float32Array(from.height * to.width);
  for (let y = 0; y < from.height; y++) {
    columns.forEach(({ at, weights }, x) => {
      let sum = 0;
      for (let tap = 0; tap < 4; tap++) sum += weights[tap]! * values[y * from.width + at[tap]!]!;
      wide[y * to.width + x] = sum;
    });
  }
  const resized = new Float32Array(to.height * to.width);
  rows.forEach(({ at, weights }, y) => {
    for (let x = 0; x < to.width; x++) {
      let sum = 0;
      for (let tap = 0; tap < 4; tap++) sum += weights[tap]! * wide[at[tap]! * to.width + x]!;
      resized[y * to.width + x] = sum;
    }
  });
  return resized;
}

/** For each place of the longer line: the four places that it mixes, and their weights. */
function taps(from: number, to: number): { at: number[]; weights: number[] }[] {
  return Array.from({ length: to }, (_, i) => {
    const place = ((i + 0.5) * from) / to - 0.5;
    const left = Math.floor(place);
    const share = place - left;
    return {
      at: [-1, 0, 1, 2].map((step) => Math.min(Math.max(left + step, 0), from - 1)),
      weights: [1 + share, share, 1 - share, 2 - share].map(cubic),
    };
  });
}

/** Keys' cubic convolution. */
function cubic(distance: number): number {
  const x = Math.abs(distance);
  return x <= 1 ? ((A + 2) * x - (A + 3)) * x * x + 1 : ((A * x - 5 * A) * x + 8 * A) * x - 4 * A;
}
