import { expect, test } from 'vitest';
import {
  describeCase,
  relativeDifference,
  runCase,
  samplerCases,
  type SamplerCase,
} from './run-sampler-case.ts';

const TOLERANCE = 5e-5;

const named = samplerCases.map((given): [string, SamplerCase] => [describeCase(given), given]);

test.each(named)('%s ends where diffusers ends', (_, given) => {
  const { timesteps, sample } = runCase(given);
  expect(timesteps.length).toBe(given.timesteps.length);
  given.timesteps.forEach((expected, i) => expect(timesteps[i]).toBeCloseTo(expected, 2));
  expect(relativeDifference(sample, given.sample)).toBeLessThan(TOLERANCE);
});
