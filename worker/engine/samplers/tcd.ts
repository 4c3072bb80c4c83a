import { alphaSpace } from './alpha-space.ts';
import { combine } from './combine.ts';
import { createDenoiser } from './denoiser.ts';
import { consistencyTimesteps } from './lcm.ts';
import type { CreateSampler } from './types.ts';

/** Trajectory consistency distillation (Zheng et al. 2024) without fresh noise (gamma = 0). */
export const createTcd: CreateSampler = (config, steps) => {
  const { num_train_timesteps: trained, original_inference_steps: distilled } = config;
  const timesteps = consistencyTimesteps(trained, distilled, steps);
  const { levelOf, ...space } = alphaSpace(config);
  const denoiser = createDenoiser(config);
  return {
    ...space,
    timesteps,
    order: 1,
    levelAt: (index) => levelOf(timesteps[index]!),
    step({ index, sample, output }) {
      const from = levelOf(timesteps[index]!);
      const to = levelOf(timesteps[index + 1] ?? 0);
      const clean = denoiser.clean(sample, output, from);
      const noise = denoiser.noise(sample, output, from);
      combine(sample, [to.signal, clean], [to.noise, noise]);
    },
  };
};
