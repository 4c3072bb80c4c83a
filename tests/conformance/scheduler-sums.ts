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

/** What diffusers' own scheduler tests expect: the sum of the sizes of a sample's values, or their mean. */
interface SchedulerSum {
  name: string;
  config: Record<string, unknown>;
  steps: number;
  of: 'sum' | 'mean';
  expected: number;
}

export const schedulerSums: SchedulerSum[] = [
  sum('EulerDiscreteScheduler', longer, 10, 10.0807),
  sum('EulerDiscreteScheduler', { ...longer, use_karras_sigmas: true }, 10, 124.523),
  sum('EulerAncestralDiscreteScheduler', longer, 10, 152.3192),
  sum('DDIMScheduler', { ...plain, clip_sample: true }, 10, 172.0067),
  sum('DPMSolverSDEScheduler', { ...longer, noise_sampler_seed: 0 }, 10, 162.5238),
  sum('LCMScheduler', lcm, 1, 18.7097),
  sum('LCMScheduler', lcm, 10, 197.7616),
  sum('PNDMScheduler', plain, 10, 198.1318),
  mean('DPMSolverMultistepScheduler', solver, 10, 0.3301),
  mean('UniPCMultistepScheduler', { ...solver, lower_order_final: true }, 10, 0.2464),
];

function sum(name: string, config: object, steps: number, expected: number): SchedulerSum {
  return { name, config: { ...config }, steps, of: 'sum', expected };
}

function mean(name: string, config: object, steps: number, expected: number): SchedulerSum {
  return { ...sum(name, config, steps, expected), of: 'mean' };
}

/** The same figure of Easel's sampler. */
export function measureSum({ name, config, steps, of }: SchedulerSum): number {
  const sample = run({ _class_name: name, ...config }, steps);
  const total = sample.reduce((all, x) => all + Math.abs(x), 0);
  return of === 'sum' ? total : total / sample.length;
}
