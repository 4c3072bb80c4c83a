import type { SchedulerConfig } from './scheduler-config.ts';

/** How much of the clean latents and how much unit noise a noised sample holds. */
export interface NoiseLevel {
  signal: number;
  noise: number;
}

/** How each picture's Brownian path moves between two noise levels, scaled to unit noise. */
export type BrownianNoise = (low: number, high: number) => Float32Array;

export interface SamplerStep {
  /** Index into `timesteps`. */
  index: number;
  /** The latents of every picture of the batch; the step replaces them in place. */
  sample: Float32Array;
  /** What the UNet predicted for `sample` at this timestep, guidance applied. */
  output: Float32Array;
  /** Draws fresh unit noise of the sample's size, each picture from its own stream. */
  drawNoise: () => Float32Array;
  /** Opens a Brownian path for each picture, between two noise levels, by its seed or by `seed`. */
  openPath: (low: number, high: number, seed: number | undefined) => BrownianNoise;
}

/** One run of a sampler over one batch. It keeps its history, so a new run needs a new sampler. */
export interface Sampler {
  /** One UNet pass each, in the order of the run. */
  readonly timesteps: readonly number[];
  /** UNet passes for each step that was asked for: 2 for Heun and DPM2. */
  readonly order: number;
  /** What unit noise is multiplied by where a run begins from nothing. */
  readonly initialNoiseScale: number;
  /** What the sample is multiplied by before the UNet sees it. */
  inputScale(index: number): number;
  /** The noise level at which the sample stands before the step at `index`. */
  levelAt(index: number): NoiseLevel;
  step(step: SamplerStep): void;
}

/** Makes a sampler for `steps` steps; the config is complete, defaults of its class included. */
export type CreateSampler = (config: SchedulerConfig, steps: number) => Sampler;
