import { cumulativeAlphas } from './betas.ts';
import type { SchedulerConfig } from './scheduler-config.ts';
import type { NoiseLevel, Sampler } from './types.ts';

/** What the samplers share that index alpha-bar by timestep (DDIM, PNDM, LCM): unit variance. */
export interface AlphaSpace extends Pick<Sampler, 'initialNoiseScale' | 'inputScale'> {
  /** The level at a training timestep; below 0 it is the level at which a run ends. */
  levelOf(timestep: number): NoiseLevel;
}

export function alphaSpace(config: SchedulerConfig): AlphaSpace {
  const alphas = cumulativeAlphas(config);
  const end = config.set_alpha_to_one ? 1 : alphas[0]!;
  return {
    initialNoiseScale: 1,
    inputScale: () => 1,
    levelOf(timestep) {
      const bar = timestep < 0 ? end : alphas[timestep]!;
      return { signal: Math.sqrt(bar), noise: Math.sqrt(1 - bar) };
    },
  };
}
