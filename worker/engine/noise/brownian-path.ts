import type { NoiseSource } from './noise-source.ts';
import { spawnSeeds } from './seed-sequence.ts';

const POOL_SIZE = 24;
/** Times are told apart to this many decimals. */
const DECIMALS = 6;

export interface BrownianPathOptions {
  seed: bigint;
  /** How many numbers wander at once. */
  size: number;
  /** The times between which the path is known. */
  from: number;
  to: number;
  openNoise: (seed: bigint) => NoiseSource;
}

/**
 * One Brownian path for a seed, whatever the times at which it is asked: torchsde's `BrownianTree`,
 * from which k-diffusion and diffusers draw the noise of DPM++ SDE. Halves the span until a time is
 * met, with noise of a seed of its own for each half.
 */
export class BrownianPath {
  readonly #options: BrownianPathOptions;
  readonly #from: number;
  readonly #to: number;
  /** The last time that was asked: a run's steps join on. */
  #known: { time: number; moved: Float32Array } | undefined;

  constructor(options: BrownianPathOptions) {
    this.#options = options;
    this.#from = round(options.from);
    this.#to = round(options.to);
  }

  /** How far the path moves from the earlier to the later time, divided by the root of the time. */
  unitNoise(earlier: number, later: number): Float32Array {
    const end = this.#movedBy(later);
    const start = this.#movedBy(earlier);
    const scale = 1 / Math.sqrt(later - earlier);
    return end.map((x, i) => (x - start[i]!) * scale);
  }

  /** How far the path has moved since its beginning. */
  #movedBy(time: number): Float32Array {
    const asked = Math.min(Math.max(round(time), this.#from), this.#to);
    if (this.#known?.time !== asked) this.#known = { time: asked, moved: this.#walk(asked) };
    return this.#known.moved;
  }

  #walk(time: number): Float32Array {
    const { seed, from, to } = this.#options;
    let node = { start: this.#from, end: this.#to, key: 0, depth: 0 };
    const moved = new Float32Array(this.#options.size);
    if (time === node.start) return moved;
    const [rootSeed] = spawnSeeds(seed, [], POOL_SIZE, 1);
    let step = this.#randn(rootSeed!).map((x) => x * Math.sqrt(to - from));
    while (time !== node.end) {
      const { start, end, key, depth } = node;
      const middle = round(0.5 * (end + start));
      const [own] = spawnSeeds(seed, [key, depth], POOL_SIZE, 1);
      const share = (middle - start) / (end - start);
      const spread = Math.sqrt(((middle - start) * (end - middle)) / (end - start));
      const left = this.#randn(own!).map((x, i) => share * step[i]! + spread * x);
      if (time <= middle) {
        step = left;
        node = { start, end: middle, key: 2 * key, depth: depth + 1 };
      } else {
        left.forEach((x, i) => (moved[i] = moved[i]! + x));
        step = step.map((x, i) => x - left[i]!);
        node = { start: middle, end, key: 2 * key + 1, depth: depth + 1 };
      }
    }
    return moved.map((x, i) => x + step[i]!);
  }

  #randn(seed: number): Float32Array {
    const noise = new Float32Array(this.#options.size);
    this.#options.openNoise(BigInt(seed)).fill(noise);
    return noise;
  }
}

function round(time: number): number {
  return Number(time.toFixed(DECIMALS));
}
