import { combine } from './combine.ts';
import { createDenoiser } from './denoiser.ts';
import { sigmaSpace } from './sigma-space.ts';
import { eulerSigmas } from './sigmas.ts';
import type { CreateSampler } from './types.ts';

/** Euler's method on the probability-flow equation (Karras et al. 2022, algorithm 2, no churn). */
export const createEuler: CreateSampler = (config, steps) => {
  const { timesteps, sigmas } = eulerSigmas(config, steps);
  const denoiser = createDenoiser(config);
  const continuous =
    config.timestep_type === 'continuous' && config.prediction_type === 'v_prediction';
  return {
    ...sigmaSpace(config, sigmas),
    timesteps: continuous ? timesteps.map((_, i) => 0.25 * Math.log(sigmas[i]!)) : timesteps,
    order: 1,
    step({ index, sample, output }) {
      const sigma = sigmas[index]!;
      const clean = denoiser.clean(sample, output, { signal: 1, noise: sigma });
      const kept = sigmas[index + 1]! / sigma;
      combine(sample, [kept, sample], [1 - kept, clean]);
    },
  };
};
