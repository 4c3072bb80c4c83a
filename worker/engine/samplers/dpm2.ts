import { ancestralSplit } from './ancestral.ts';
import { combine } from './combine.ts';
import { createDenoiser } from './denoiser.ts';
import { doubledPass, doubledTimesteps } from './doubled.ts';
import type { SchedulerConfig } from './scheduler-config.ts';
import { sigmaSpace } from './sigma-space.ts';
import { eulerSigmas, timestepOfSigma, trainedSigmas } from './sigmas.ts';
import { roundHalfToEven } from './timesteps.ts';
import type { CreateSampler, Sampler } from './types.ts';

/** DPM-Solver-2 in sigma: a look from the geometric middle of each step ("DPM2"). */
export const createDpm2: CreateSampler = (config, steps) =>
  midpointSampler(config, steps, (_, to) => ({ down: to, up: 0 }));

/** DPM2 with fresh noise at each step ("DPM2 a"). */
export const createDpm2Ancestral: CreateSampler = (config, steps) =>
  midpointSampler(config, steps, ancestralSplit);

function midpointSampler(
  config: SchedulerConfig,
  steps: number,
  split: typeof ancestralSplit,
): Sampler {
  const { timesteps, sigmas } = eulerSigmas({ ...config, final_sigmas_type: 'zero' }, steps);
  const trained = trainedSigmas(config);
  const whole = config.use_karras_sigmas ? timesteps.map(roundHalfToEven) : timesteps;
  const splits = timesteps.map((_, step) => split(sigmas[step]!, sigmas[step + 1]!));
  const middles = splits.map(({ down }, step) => Math.sqrt(sigmas[step]! * down));
  const inputSigma = (index: number) => {
    const { step, second } = doubledPass(index);
    return second ? middles[step]! : sigmas[step]!;
  };
  const denoiser = createDenoiser(config);
  let start = new Float32Array(0);
  return {
    initialNoiseScale: sigmaSpace(config, sigmas).initialNoiseScale,
    timesteps: doubledTimesteps(whole, (step) => timestepOfSigma(trained, middles[step]!)),
    order: 2,
    inputScale: (index) => 1 / Math.hypot(inputSigma(index), 1),
    levelAt(index) {
      const { step, second } = doubledPass(index);
      return { signal: 1, noise: sigmas[second ? step + 1 : step]! };
    },
    step({ index, sample, output, drawNoise }) {
      const { step, second } = doubledPass(index);
      const sigma = inputSigma(index);
      const clean = denoiser.clean(sample, output, { signal: 1, noise: sigma });
      if (!second) {
        start = sample.slice();
        const kept = middles[step]! / sigma;
        combine(sample, [kept, sample], [1 - kept, clean]);
        return;
      }
      const { down, up } = splits[step]!;
      const slope = (down - sigmas[step]!) / sigma;
      const noise = up > 0 ? [[up, drawNoise()] as const] : [];
      combine(sample, [1, start], [slope, sample], [-slope, clean], ...noise);
    },
  };
}
