import { ancestralSplit } from './ancestral.ts';
import { combine } from './combine.ts';
import { createDenoiser } from './denoiser.ts';
import { doubledPass, doubledTimesteps } from './doubled.ts';
import { sigmaSpace } from './sigma-space.ts';
import { eulerSigmas, timestepOfSigma, trainedSigmas } from './sigmas.ts';
import type { CreateSampler } from './types.ts';

/**
 * DPM++ SDE: the stochastic DPM-Solver++ with a look from the middle of each step. Both passes of a
 * step follow one Brownian path, as in k-diffusion; the path is drawn from each picture's own
 * stream, where diffusers draws it from a tree with a seed of its own, so pictures differ in noise.
 */
export const createDpmppSde: CreateSampler = (config, steps) => {
  const { timesteps, sigmas } = eulerSigmas({ ...config, final_sigmas_type: 'zero' }, steps);
  const trained = trainedSigmas(config);
  const middleOf = (step: number) => Math.sqrt(sigmas[step]! * sigmas[step + 1]!);
  const inputSigma = (index: number) => {
    const { step, second } = doubledPass(index);
    return second ? middleOf(step) : sigmas[step]!;
  };
  const denoiser = createDenoiser(config);
  let start = new Float32Array(0);
  let path = new Float32Array(0);
  return {
    initialNoiseScale: sigmaSpace(config, sigmas).initialNoiseScale,
    timesteps: doubledTimesteps(timesteps, (step) => timestepOfSigma(trained, middleOf(step))),
    order: 2,
    inputScale: (index) => 1 / Math.hypot(inputSigma(index), 1),
    levelAt(index) {
      const { step, second } = doubledPass(index);
      return { signal: 1, noise: sigmas[second ? step + 1 : step]! };
    },
    step({ index, sample, output, drawNoise }) {
      const { step, second } = doubledPass(index);
      const from = sigmas[step]!;
      const end = sigmas[step + 1]!;
      const middle = middleOf(step);
      const clean = denoiser.clean(sample, output, { signal: 1, noise: inputSigma(index) });
      if (end === 0) {
        sample.set(clean);
        return;
      }
      if (!second) {
        start = sample.slice();
        path = new Float32Array(drawNoise());
      } else {
        const past = Math.sqrt((from - middle) / (from - end));
        const rest = Math.sqrt((middle - end) / (from - end));
        combine(path, [past, path], [rest, drawNoise()]);
      }
      const { down, up } = ancestralSplit(from, second ? end : middle);
      const kept = down / from;
      combine(sample, [kept, start], [1 - kept, clean], [up, path]);
    },
  };
};
