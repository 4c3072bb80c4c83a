import { readFile } from 'node:fs/promises';
import { BrownianPath } from '#worker/engine/noise/brownian-path.ts';
import { openNoise } from '#worker/engine/noise/open-noise.ts';
import { combine } from '#worker/engine/samplers/combine.ts';
import { createSampler } from '#worker/engine/samplers/registry.ts';
import { schedulerConfigSchema } from '#worker/engine/samplers/scheduler-config.ts';

/** One case of `sampler-reference.json`, made by `make_sampler_reference.py`. */
export interface SamplerCase {
  name: string;
  config: Record<string, unknown>;
  steps: number;
  firstIndex: number;
  timesteps: number[];
  sample: number[];
}

const file = new URL('./sampler-reference.json', import.meta.url);
const reference = JSON.parse(await readFile(file, 'utf8')) as {
  seed: number;
  cases: SamplerCase[];
};
export const samplerCases = reference.cases;

/** The case's place in the table: what is not plain about it. */
export function describeCase({ name, config, steps, firstIndex }: SamplerCase): string {
  const shared = ['beta_start', 'beta_end', 'beta_schedule', 'steps_offset'];
  const own = Object.entries(config)
    .filter(([key]) => !shared.includes(key))
    .map(([key, value]) => `${key}=${JSON.stringify(value)}`);
  return [name, ...own, `steps=${steps}`, ...(firstIndex ? [`from=${firstIndex}`] : [])].join(' ');
}

/** Runs our sampler over the same made-up model, and returns its timesteps and last sample. */
export function runCase(given: SamplerCase): { timesteps: number[]; sample: number[] } {
  const config = schedulerConfigSchema.parse({ ...given.config, _class_name: given.name });
  const sampler = createSampler(config, given.steps);
  const stream = openNoise('torch-cpu', BigInt(reference.seed));
  const drawNoise = () => {
    const noise = new Float32Array(given.sample.length);
    stream.fill(noise);
    return noise;
  };
  const openPath = (from: number, to: number, seed: number | undefined) => {
    const size = given.sample.length;
    const path = new BrownianPath({
      seed: BigInt(seed ?? reference.seed),
      size,
      from,
      to,
      openNoise: (branch) => openNoise('torch-cpu', branch),
    });
    return (earlier: number, later: number) => path.unitNoise(earlier, later);
  };
  const noise = drawNoise();
  const sample = new Float32Array(noise.length);
  if (given.firstIndex > 0) {
    const level = sampler.levelAt(given.firstIndex);
    combine(sample, [level.signal, sample.map(() => 0.5)], [level.noise, noise]);
  } else {
    combine(sample, [sampler.initialNoiseScale, noise]);
  }
  sampler.timesteps.forEach((timestep, index) => {
    if (index < given.firstIndex) return;
    const scale = sampler.inputScale(index);
    const output = sample.map((x) => 0.6 * Math.sin(x * scale + timestep / 500));
    sampler.step({ index, sample, output, drawNoise, openPath });
  });
  return { timesteps: [...sampler.timesteps], sample: [...sample] };
}

/** The largest difference, as a share of the reference's largest absolute value. */
export function relativeDifference(actual: number[], expected: number[]): number {
  const largest = Math.max(...expected.map(Math.abs));
  return Math.max(...expected.map((value, i) => Math.abs(value - actual[i]!))) / largest;
}
