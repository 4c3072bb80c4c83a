import { createHash } from 'node:crypto';
import type { RgbImage } from '../contract/request.ts';

/**
 * The mark lies in the cosine waves of a whole picture, up to this many half-waves along a side: coarse enough
 * to come through JPEG and scaling at any size, too fine to be seen as light and shadow.
 */
export const BAND = 44;
const COARSEST = 5;
const MARK = 'made by Easel';
const MOST_KEPT = 8;

/** One cosine wave of the mark: `u` half-waves across, `v` down, added or taken away. */
interface Wave {
  u: number;
  v: number;
  sign: 1 | -1;
}

/** The waves of the mark; their signs are drawn from the hash of its text. */
export const WAVES: readonly Wave[] = drawWaves();

function drawWaves(): Wave[] {
  const signs = createHash('shake256', { outputLength: BAND ** 2 })
    .update(MARK)
    .digest();
  return Array.from(signs, (byte, i): Wave => {
    return { u: i % BAND, v: Math.floor(i / BAND), sign: byte & 1 ? 1 : -1 };
  }).filter(({ u, v }) => Math.hypot(u, v) >= COARSEST && Math.hypot(u, v) < BAND);
}

/** How much of each of the `BAND` x `BAND` waves is in a picture's brightness: its orthonormal DCT-II, row by row. */
export function measureBand({ widthPx, heightPx, data }: RgbImage): Float32Array {
  const across = cosines(widthPx);
  const down = cosines(heightPx);
  const out = new Float32Array(BAND * BAND);
  const light = new Float32Array(widthPx);
  const row = new Float32Array(BAND);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const at = (y * widthPx + x) * 3;
      light[x] = 0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!;
    }
    for (let u = 0; u < BAND; u++) {
      let sum = 0;
      for (let x = 0; x < widthPx; x++) sum += across[u * widthPx + x]! * light[x]!;
      row[u] = sum;
    }
    for (let v = 0; v < BAND; v++) {
      const wave = down[v * heightPx + y]!;
      for (let u = 0; u < BAND; u++) out[v * BAND + u]! += wave * row[u]!;
    }
  }
  return out;
}

/** The sum of the mark's waves, each as large as `sizes` says, as one value a pixel. */
export function drawBand(sizes: Float32Array, widthPx: number, heightPx: number): Float32Array {
  const across = cosines(widthPx);
  const down = cosines(heightPx);
  const out = new Float32Array(widthPx * heightPx);
  const row = new Float32Array(BAND);
  for (let y = 0; y < heightPx; y++) {
    row.fill(0);
    WAVES.forEach(({ u, v }, i) => {
      row[u]! += sizes[i]! * down[v * heightPx + y]!;
    });
    for (let u = 0; u < BAND; u++) {
      for (let x = 0; x < widthPx; x++) {
        out[y * widthPx + x]! += row[u]! * across[u * widthPx + x]!;
      }
    }
  }
  return out;
}

const kept = new Map<number, Float32Array>();

/** Orthonormal cosine waves over `length` pixels: `BAND` rows. Those of the last few lengths are kept. */
function cosines(length: number): Float32Array {
  const known = kept.get(length);
  if (known) return known;
  const waves = new Float32Array(BAND * length);
  for (let u = 0; u < BAND; u++) {
    const norm = Math.sqrt((u === 0 ? 1 : 2) / length);
    for (let x = 0; x < length; x++) {
      waves[u * length + x] = norm * Math.cos((Math.PI * u * (x + 0.5)) / length);
    }
  }
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!);
  kept.set(length, waves);
  return waves;
}
