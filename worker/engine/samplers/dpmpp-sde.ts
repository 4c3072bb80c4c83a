import type { BrownianNoise } from './types.ts';
import { ancestralSplit } from './ancestral.ts';
import { combine } from './combine.ts';
import { createDenoiser } from './denoiser.ts';
import { doubledPass, doubledTimesteps } from './doubled.ts';
import { sigmaSpace } from './sigma-space.ts';
import { eulerSigmas, timestepOfSigma, trainedSigmas } from './sigmas.ts';
import type { CreateSampler } from './types.ts';

const { exp, fround, log } = Math;

/**
 * DPM++ SDE: the stochastic DPM-Solver++ with a look from the middle of each step. Both passes of a
 * step follow one Brownian path, as in k-diffusion. diffusers seeds the path from `noise_sampler_seed`;
 * where a config names none it belongs to the picture's own seed, as in WebUI.
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
  const pathSeed = config.noise_sampler_seed;
  let start = new Float32Array(0);
  let path: BrownianNoise | undefined;
  return {
    initialNoiseScale: sigmaSpace(config, sigmas).initialNoiseScale,
    timesteps: doubledTimesteps(timesteps, (step) => timestepOfSigma(trained, middleOf(step))),
    order: 2,
    inputScale: (index) => 1 / Math.hypot(inputSigma(index), 1),
    levelAt(index) {
      const { step, second } = doubledPass(index);
      return { signal: 1, noise: sigmas[second ? step + 1 : step]! };
    },
    step({ index, sample, output, openPath }) {
      const { step, second } = doubledPass(index);
      const from = sigmas[step]!;
      const end = sigmas[step + 1]!;
      const clean = denoiser.clean(sample, output, { signal: 1, noise: inputSigma(index) });
      if (end === 0) {
        sample.set(clean);
        return;
      }
      if (!second) start = sample.slice();
      path ??= openPath(sigmas[sigmas.length - 2]!, sigmas[0]!, pathSeed);
      const { down, up } = ancestralSplit(from, second ? end : middleOf(step));
      const kept = down / from;
      const [late, early] = pathTimes(from, end, second);
      combine(sample, [kept, start], [1 - kept, clean], [-up, path(early, late)]);
    },
  };
};

/**
 * The noise levels between which a pass follows the path, to the bit as torch computes them: a
 * millionth beside them the path is elsewhere by a thousandth.
 */
function pathTimes(from: number, end: number, second: boolean): [number, number] {
  const [t, tEnd] = [fround(-fround(log(from))), fround(-fround(log(end)))];
  const tMiddle = fround(t + fround(fround(tEnd - t) * 0.5));
  return [fround(exp(-t)), fround(exp(-(second ? tEnd : tMiddle)))];
}
