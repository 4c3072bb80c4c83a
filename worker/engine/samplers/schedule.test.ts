import { expect, test } from 'vitest';
import { betaQuantile } from './beta-quantile.ts';
import { cumulativeAlphas, positiveCumulativeAlphas } from './betas.ts';
import { createEuler } from './euler.ts';
import { consistencyTimesteps } from './lcm.ts';
import { completeSchedulerConfig } from './scheduler-config.ts';
import type { FolderSchedulerConfig, SchedulerConfig } from './scheduler-config.ts';
import { eulerSigmas, trainedSigmas } from './sigmas.ts';
import { spacedTimesteps } from './timesteps.ts';

function stableDiffusion(overrides: Partial<FolderSchedulerConfig>): SchedulerConfig {
  return completeSchedulerConfig({
    _class_name: 'EulerDiscreteScheduler',
    beta_start: 0.00085,
    beta_end: 0.012,
    beta_schedule: 'scaled_linear',
    steps_offset: 1,
    ...overrides,
  });
}

test.each([
  ['leading', 4, [751, 501, 251, 1]],
  ['trailing', 4, [999, 749, 499, 249]],
  ['linspace', 5, [999, 749.25, 499.5, 249.75, 0]],
] as const)('%s spacing of %i steps', (timestep_spacing, steps, expected) => {
  expect(spacedTimesteps(stableDiffusion({ timestep_spacing }), steps)).toEqual(expected);
});

test('sigmas of Stable Diffusion', () => {
  const trained = trainedSigmas(stableDiffusion({}));
  expect(trained[0]).toBeCloseTo(0.0291672, 6);
  expect(trained[999]).toBeCloseTo(14.6146412, 4);
  const trailing = eulerSigmas(stableDiffusion({ timestep_spacing: 'trailing' }), 4).sigmas;
  [14.61464, 4.08173, 1.61289, 0.6932, 0].forEach((sigma, i) =>
    expect(trailing[i]).toBeCloseTo(sigma, 4),
  );
  const karras = eulerSigmas(stableDiffusion({ use_karras_sigmas: true }), 5).sigmas;
  [14.61464, 4.79653, 1.2741, 0.24795, 0.02917].forEach((sigma, i) =>
    expect(karras[i]).toBeCloseTo(sigma, 4),
  );
});

test('a run begins at the largest sigma, or with the signal’s own share where spacing leads', () => {
  const trailing = createEuler(stableDiffusion({ timestep_spacing: 'trailing' }), 4);
  const leading = createEuler(stableDiffusion({ timestep_spacing: 'leading' }), 4);
  expect(trailing.initialNoiseScale).toBeCloseTo(14.61464, 4);
  expect(leading.initialNoiseScale).toBeCloseTo(Math.hypot(leading.levelAt(0).noise, 1), 6);
});

test('zero terminal SNR: the last alpha is 0, or just above it', () => {
  const config = stableDiffusion({ rescale_betas_zero_snr: true });
  expect(cumulativeAlphas(config)[999]).toBe(0);
  expect(positiveCumulativeAlphas(config)[999]).toBe(2 ** -24);
  expect(cumulativeAlphas(config)[0]).toBeCloseTo(0.99915, 6);
});

test('LCM picks from the timesteps of its distillation', () => {
  expect(consistencyTimesteps(1000, 50, 4)).toEqual([999, 759, 499, 259]);
});

test('the quantiles of Beta(0.6, 0.6) are symmetric and exact at the ends', () => {
  expect(betaQuantile(0, 0.6)).toBe(0);
  expect(betaQuantile(1, 0.6)).toBe(1);
  expect(betaQuantile(0.5, 0.6)).toBeCloseTo(0.5, 10);
  expect(betaQuantile(0.2, 0.6) + betaQuantile(0.8, 0.6)).toBeCloseTo(1, 10);
  expect(betaQuantile(0.25, 0.5)).toBeCloseTo(Math.sin((Math.PI * 0.25) / 2) ** 2, 10);
});
