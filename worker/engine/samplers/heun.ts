import { combine } from './combine.ts';
import { createDenoiser } from './denoiser.ts';
import { doubledPass, doubledTimesteps } from './doubled.ts';
import { sigmaSpace } from './sigma-space.ts';
import { eulerSigmas } from './sigmas.ts';
import type { CreateSampler } from './types.ts';

/** Heun's method: Euler, then the mean of both ends' slopes (Karras et al. 2022, algorithm 2). */
export const createHeun: CreateSampler = (config, steps) => {
  const { timesteps, sigmas } = eulerSigmas({ ...config, final_sigmas_type: 'zero' }, steps);
  const denoiser = createDenoiser(config);
  const sigmaAt = (index: number) => {
    const { step, second } = doubledPass(index);
    return sigmas[second ? step + 1 : step]!;
  };
  const space = sigmaSpace(config, sigmas);
  let start = new Float32Array(0);
  let slope = new Float32Array(0);
  return {
    initialNoiseScale: space.initialNoiseScale,
    timesteps: doubledTimesteps(timesteps, (step) => timesteps[step + 1]!),
    order: 2,
    inputScale: (index) => 1 / Math.hypot(sigmaAt(index), 1),
    levelAt: (index) => ({ signal: 1, noise: sigmaAt(index) }),
    step({ index, sample, output }) {
      const { step, second } = doubledPass(index);
      const sigma = sigmaAt(index);
      const width = sigmas[step + 1]! - sigmas[step]!;
      const clean = denoiser.clean(sample, output, { signal: 1, noise: sigma });
      const here = new Float32Array(sample.length);
      combine(here, [1 / sigma, sample], [-1 / sigma, clean]);
      if (second) {
        combine(sample, [1, start], [width / 2, slope], [width / 2, here]);
        return;
      }
      start = sample.slice();
      slope = here;
      combine(sample, [1, sample], [width, here]);
    },
  };
};
