import { alphaSpace } from './alpha-space.ts';
import { combine } from './combine.ts';
import { createDenoiser } from './denoiser.ts';
import { roundHalfToEven, spacedTimesteps } from './timesteps.ts';
import type { CreateSampler } from './types.ts';

/** Denoising diffusion probabilistic models (Ho et al. 2020): fresh noise at each step. */
export const createDdpm: CreateSampler = (config, steps) => {
  const timesteps = spacedTimesteps(config, steps).map(roundHalfToEven);
  const { levelOf, ...space } = alphaSpace({ ...config, set_alpha_to_one: true });
  const denoiser = createDenoiser(config);
  return {
    ...space,
    timesteps,
    order: 1,
    levelAt: (index) => levelOf(timesteps[index]!),
    step({ index, sample, output, drawNoise }) {
      const timestep = timesteps[index]!;
      const from = levelOf(timestep);
      const to = levelOf(timesteps[index + 1] ?? -1);
      const clean = denoiser.clean(sample, output, from);
      const kept = (from.signal / to.signal) ** 2;
      const share = (to.noise / from.noise) ** 2;
      const variance = config.variance_type === 'fixed_large' ? 1 - kept : share * (1 - kept);
      combine(
        sample,
        [(to.signal * (1 - kept)) / from.noise ** 2, clean],
        [Math.sqrt(kept) * share, sample],
        ...(timestep > 0 ? [[Math.sqrt(Math.max(variance, 1e-20)), drawNoise()] as const] : []),
      );
    },
  };
};
