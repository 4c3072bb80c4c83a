import { alphaSpace } from './alpha-space.ts';
import { combine } from './combine.ts';
import { createDenoiser } from './denoiser.ts';
import { roundHalfToEven, spacedTimesteps } from './timesteps.ts';
import type { CreateSampler } from './types.ts';

/** Denoising diffusion implicit models (Song et al. 2020) with eta = 0. */
export const createDdim: CreateSampler = (config, steps) => {
  const timesteps = spacedTimesteps(config, steps).map(roundHalfToEven);
  const stride = Math.floor(config.num_train_timesteps / steps);
  const { levelOf, ...space } = alphaSpace(config);
  const denoiser = createDenoiser(config);
  return {
    ...space,
    timesteps,
    order: 1,
    levelAt: (index) => levelOf(timesteps[index]!),
    step({ index, sample, output }) {
      const timestep = timesteps[index]!;
      const from = levelOf(timestep);
      const to = levelOf(timestep - stride);
      const clean = denoiser.clean(sample, output, from);
      const noise = denoiser.noise(sample, output, from);
      combine(sample, [to.signal, clean], [to.noise, noise]);
    },
  };
};
