import { expect, test } from 'vitest';
import { BrownianPath } from '#worker/engine/noise/brownian-path.ts';
import { openNoise } from '#worker/engine/noise/open-noise.ts';
import { createSampler } from '#worker/engine/samplers/registry.ts';
import { schedulerConfigSchema } from '#worker/engine/samplers/scheduler-config.ts';

/** The made-up sample of diffusers' scheduler tests: [4, 3, 8, 8], counted up along the batch. */
function counted(): Float32Array {
  const [batch, rest] = [4, 3 * 8 * 8];
  return Float32Array.from({ length: batch * rest }, (_, i) => {
    const picture = Math.floor(i / rest);
    return ((i % rest) * batch + picture) / (batch * rest);
  });
}

/**
 * Runs a sampler over diffusers' made-up model, x * t / (t + 1). Those tests scale the sample itself
 * where a pipeline scales only what the model sees.
 */
function run(config: Record<string, unknown>, steps: number): Float32Array {
  const sampler = createSampler(schedulerConfigSchema.parse(config), steps);
  const stream = openNoise('torch-cpu', 0n);
  const sample = counted().map((x) => x * sampler.initialNoiseScale);
  const drawNoise = () => {
    const noise = new Float32Array(sample.length);
    stream.fill(noise);
    return noise;
  };
  const openPath = (from: number, to: number, seed = 0) => {
    const open = (branch: bigint) => openNoise('torch-cpu', branch);
    const size = sample.length;
    const path = new BrownianPath({ seed: BigInt(seed), size, from, to, openNoise: open });
    return (earlier: number, later: number) => path.unitNoise(earlier, later);
  };
  sampler.timesteps.forEach((t, index) => {
    sample.forEach((x, i) => (sample[i] = x * sampler.inputScale(index)));
    const output = sample.map((x) => (x * t) / (t + 1));
    sampler.step({ index, sample, output, drawNoise, openPath });
  });
  return sample;
}

const plain = { beta_start: 0.0001, beta_end: 0.02, beta_schedule: 'linear' };
const longer = { ...plain, num_train_timesteps: 1100 };
const lcm = { beta_start: 0.00085, beta_end: 0.012, beta_schedule: 'scaled_linear' };
const solver = { ...plain, final_sigmas_type: 'sigma_min', lower_order_final: false };

test.each([
  ['EulerDiscreteScheduler', longer, 10, 10.0807],
  ['EulerDiscreteScheduler', { ...longer, use_karras_sigmas: true }, 10, 124.523],
  ['EulerAncestralDiscreteScheduler', longer, 10, 152.3192],
  ['DDIMScheduler', { ...plain, clip_sample: true }, 10, 172.0067],
  ['DPMSolverSDEScheduler', { ...longer, noise_sampler_seed: 0 }, 10, 162.5238],
  ['LCMScheduler', lcm, 1, 18.7097],
  ['LCMScheduler', lcm, 10, 197.7616],
  ['PNDMScheduler', plain, 10, 198.1318],
])('%s sums up to what diffusers’ own test expects (%j, %i steps)', (name, config, steps, sum) => {
  const sample = run({ _class_name: name, ...config }, steps);
  const total = sample.reduce((all, x) => all + Math.abs(x), 0);
  expect(Math.abs(total - sum)).toBeLessThan(1e-2);
});

test.each([
  ['DPMSolverMultistepScheduler', solver, 0.3301],
  ['UniPCMultistepScheduler', { ...solver, lower_order_final: true }, 0.2464],
])('%s has the mean that diffusers’ own test expects', (name, config, mean) => {
  const sample = run({ _class_name: name, ...config }, 10);
  const total = sample.reduce((all, x) => all + Math.abs(x), 0);
  expect(Math.abs(total / sample.length - mean)).toBeLessThan(1e-3);
});
