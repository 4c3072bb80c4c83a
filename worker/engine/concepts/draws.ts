import { Mt19937 } from '../noise/mt19937.ts';
import { PhiloxNoise } from '../noise/philox.ts';

/** What chance decides at one place of a training. */
export interface Draws {
  /** A number from 0 up to 1, 1 not among them. */
  uniform(): number;
  /** A whole number from 0 up to `count`, that not among them. */
  below(count: number): number;
  /** Standard normal numbers. */
  normal(length: number): Float32Array;
}

/**
 * The draws of a place, such as step 12: they hang on the seed and the place alone, so that a
 * training that goes on after a crash draws what it would have drawn.
 */
export function drawsAt(seed: number, place: number): Draws {
  const key = (BigInt(place) << 32n) | BigInt(seed);
  // The Mersenne Twister reads 32 bits, so seed and place are mixed first.
  const words = new Mt19937(
    BigInt(Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(place, 0xc2b2ae35)),
  );
  const noise = new PhiloxNoise(key);
  return {
    uniform: () => words.nextUint32() / 2 ** 32,
    below: (count) => Math.floor((words.nextUint32() / 2 ** 32) * count),
    normal: (length) => {
      const out = new Float32Array(length);
      noise.fill(out);
      return out;
    },
  };
}
