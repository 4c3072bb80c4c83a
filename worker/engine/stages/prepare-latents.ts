import { combine } from '../samplers/combine.ts';
import type { BrownianNoise } from '../samplers/types.ts';
import { BrownianPath } from '../noise/brownian-path.ts';
import { openNoise } from '../noise/open-noise.ts';
import type { NoiseSource } from '../noise/noise-source.ts';
import type { NoiseSourceId } from '../contract/request.ts';

/** The latents of a batch lie one picture after another in one array. */
export interface LatentShape {
  pictures: number;
  channels: number;
  height: number;
  width: number;
}

/** How many numbers one picture's latents are. */
export function latentSize({ channels, height, width }: LatentShape): number {
  return channels * height * width;
}

/** A batch's noise: each picture draws from the stream of its own seed, whatever its neighbours. */
export class BatchNoise {
  readonly #source: NoiseSourceId;
  readonly #seeds: readonly bigint[];
  readonly #streams: NoiseSource[];
  readonly #size: number;

  constructor(source: NoiseSourceId, seeds: readonly bigint[], shape: LatentShape) {
    this.#source = source;
    this.#seeds = seeds;
    this.#streams = seeds.map((seed) => openNoise(source, seed));
    this.#size = latentSize(shape);
  }

  /** Fresh unit noise for the whole batch. */
  draw(): Float32Array {
    const noise = new Float32Array(this.#streams.length * this.#size);
    this.#streams.forEach((stream, i) =>
      stream.fill(noise.subarray(i * this.#size, (i + 1) * this.#size)),
    );
    return noise;
  }

  /** A Brownian path for each picture, by its seed or, for all alike, by `seed`. */
  openPath(low: number, high: number, seed: number | undefined): BrownianNoise {
    const paths = this.#seeds.map(
      (own) =>
        new BrownianPath({
          seed: seed === undefined ? own : BigInt(seed),
          size: this.#size,
          from: low,
          to: high,
          openNoise: (branch) => openNoise(this.#source, branch),
        }),
    );
    return (earlier, later) => {
      const noise = new Float32Array(paths.length * this.#size);
      paths.forEach((path, i) => noise.set(path.unitNoise(earlier, later), i * this.#size));
      return noise;
    };
  }
}

/** Mixes clean latents with unit noise at a level. */
export function addNoise(
  clean: Float32Array,
  noise: Float32Array,
  level: { signal: number; noise: number },
): Float32Array {
  const noised = new Float32Array(clean.length);
  combine(noised, [level.signal, clean], [level.noise, noise]);
  return noised;
}
