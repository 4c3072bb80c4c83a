import { ancestralSplit } from './ancestral.ts';
import { combine } from './combine.ts';
import { createDenoiser } from './denoiser.ts';
import { sigmaSpace } from './sigma-space.ts';
import { eulerSigmas } from './sigmas.ts';
import type { CreateSampler } from './types.ts';

/** Euler with fresh noise at each step ("Euler a"). It has no Karras form, as in diffusers. */
export const createEulerAncestral: CreateSampler = (config, steps) => {
  const plain = { ...config, use_karras_sigmas: false, final_sigmas_type: 'zero' as const };
  const { timesteps, sigmas } = eulerSigmas(plain, steps);
  const denoiser = createDenoiser(config);
  return {
    ...sigmaSpace(config, sigmas),
    timesteps,
    order: 1,
    step({ index, sample, output, drawNoise }) {
      const sigma = sigmas[index]!;
      const { down, up } = ancestralSplit(sigma, sigmas[index + 1]!);
      const clean = denoiser.clean(sample, output, { signal: 1, noise: sigma });
      const kept = down / sigma;
      combine(sample, [kept, sample], [1 - kept, clean], [up, drawNoise()]);
    },
  };
};
