import { expect, test } from 'vitest';
import {
  describeCase,
  relativeDifference,
  runCase,
  samplerCases,
  type SamplerCase,
} from './run-sampler-case.ts';

/** With zero SNR torch itself differs by so much from one release to the next. */
const TOLERANCE = 1e-4;

const named = samplerCases.map((given): [string, SamplerCase] => [describeCase(given), given]);

test.each(named)('%s ends where diffusers ends', (_, given) => {
  const { timesteps, sample } = runCase(given);
  expect(timesteps.length).toBe(given.timesteps.length);
  given.timesteps.forEach((expected, i) => expect(timesteps[i]).toBeCloseTo(expected, 2));
  expect(relativeDifference(sample, given.sample)).toBeLessThan(TOLERANCE);
});
