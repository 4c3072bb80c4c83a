import type { SchedulerConfig } from './scheduler-config.ts';
import type { Sampler } from './types.ts';

/**
 * What the samplers share that work on x = clean + sigma * noise (the Euler family): the UNet sees
 * x / sqrt(sigma^2 + 1), and a run begins at the largest sigma.
 */
export function sigmaSpace(
  config: SchedulerConfig,
  sigmas: ArrayLike<number>,
): Pick<Sampler, 'initialNoiseScale' | 'inputScale' | 'levelAt'> {
  const max = Math.max(...Array.from(sigmas));
  return {
    initialNoiseScale: config.timestep_spacing === 'leading' ? Math.hypot(max, 1) : max,
    inputScale: (index) => 1 / Math.hypot(sigmas[index]!, 1),
    levelAt: (index) => ({ signal: 1, noise: sigmas[index]! }),
  };
}

/** The level of x = clean + sigma * noise once it is scaled to unit variance. */
export function unitVarianceLevel(sigma: number): { signal: number; noise: number } {
  const signal = 1 / Math.hypot(sigma, 1);
  return { signal, noise: sigma * signal };
}
