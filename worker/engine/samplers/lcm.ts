import { alphaSpace } from './alpha-space.ts';
import { combine } from './combine.ts';
import { createDenoiser } from './denoiser.ts';
import { EngineError } from '../contract/errors.ts';
import type { CreateSampler } from './types.ts';

const SIGMA_DATA = 0.5;

/** Latent consistency models (Luo et al. 2023): a few steps of clean prediction and fresh noise. */
export const createLcm: CreateSampler = (config, steps) => {
  const timesteps = consistencyTimesteps(
    config.num_train_timesteps,
    config.original_inference_steps,
    steps,
  );
  const { levelOf, ...space } = alphaSpace(config);
  const denoiser = createDenoiser(config);
  return {
    ...space,
    timesteps,
    order: 1,
    levelAt: (index) => levelOf(timesteps[index]!),
    step({ index, sample, output, drawNoise }) {
      const timestep = timesteps[index]!;
      const clean = denoiser.clean(sample, output, levelOf(timestep));
      const scaled = timestep * config.timestep_scaling;
      const power = scaled ** 2 + SIGMA_DATA ** 2;
      const fromSample = SIGMA_DATA ** 2 / power;
      const fromClean = scaled / Math.sqrt(power);
      const next = timesteps[index + 1];
      if (next === undefined) {
        combine(sample, [fromSample, sample], [fromClean, clean]);
        return;
      }
      const to = levelOf(next);
      combine(
        sample,
        [to.signal * fromSample, sample],
        [to.signal * fromClean, clean],
        [to.noise, drawNoise()],
      );
    },
  };
};

/** Evenly picked from the timesteps on which the model was distilled. */
export function consistencyTimesteps(trained: number, distilled: number, steps: number): number[] {
  if (steps > distilled) {
    throw new EngineError('bad-request', `This sampler takes at most ${distilled} steps.`, 'steps');
  }
  const stride = Math.floor(trained / distilled);
  return Array.from(
    { length: steps },
    (_, i) => (distilled - Math.floor(i * (distilled / steps))) * stride - 1,
  );
}
