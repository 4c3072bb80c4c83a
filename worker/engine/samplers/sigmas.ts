import { betaQuantile } from './beta-quantile.ts';
import { positiveCumulativeAlphas } from './betas.ts';
import type { SchedulerConfig } from './scheduler-config.ts';
import { linspace, roundHalfToEven, solverTimesteps, spacedTimesteps } from './timesteps.ts';

const { exp, fround, log, sqrt } = Math;
const KARRAS_RHO = 7;
const BETA_SHAPE = 0.6;

/** A run's timesteps and noise levels: `sigmas` is one longer and ends with the last level. */
export interface SigmaSchedule {
  timesteps: number[];
  sigmas: Float32Array;
}

/** Sigma = sqrt((1 - alpha-bar) / alpha-bar) of each training timestep, rising. */
export function trainedSigmas(config: SchedulerConfig): Float32Array {
  return positiveCumulativeAlphas(config).map((bar) => sqrt(fround(fround(1 - bar) / bar)));
}

/** The schedule of the Euler family: sigmas are read off at the run's own timesteps. */
export function eulerSigmas(config: SchedulerConfig, steps: number): SigmaSchedule {
  const trained = trainedSigmas(config);
  let timesteps = spacedTimesteps(config, steps);
  let sigmas = timesteps.map((t) => interpolate(trained, t));
  if (config.interpolation_type === 'log_linear') {
    sigmas = linspace(log(trained[trained.length - 1]!), log(trained[0]!), steps + 1).map(exp);
  }
  const reshaped = reshapeSigmas(config, sigmas, steps);
  if (reshaped) {
    sigmas = reshaped;
    timesteps = reshaped.map((sigma) => timestepOfSigma(trained, sigma));
  }
  return { timesteps, sigmas: Float32Array.from([...sigmas, finalSigma(config, trained)]) };
}

/** The schedule of the DPM-Solver family: whole timesteps; curves span the whole trained range. */
export function solverSigmas(config: SchedulerConfig, steps: number): SigmaSchedule {
  const trained = trainedSigmas(config);
  const span = [trained[trained.length - 1]!, trained[0]!];
  const reshaped = reshapeSigmas(config, span, steps);
  const whole = config.use_karras_sigmas || config.use_lu_lambdas ? roundHalfToEven : Math.trunc;
  const timesteps = reshaped
    ? reshaped.map((sigma) => whole(timestepOfSigma(trained, sigma)))
    : solverTimesteps(config, steps);
  const sigmas = reshaped ?? timesteps.map((t) => interpolate(trained, t));
  return { timesteps, sigmas: Float32Array.from([...sigmas, finalSigma(config, trained)]) };
}

/** Whether the config asks for a curve of its own in place of the spacing's sigmas. */
function reshapeSigmas(
  config: SchedulerConfig,
  sigmas: number[],
  steps: number,
): number[] | undefined {
  const max = config.sigma_max ?? sigmas[0]!;
  const min = config.sigma_min ?? sigmas[sigmas.length - 1]!;
  if (config.use_karras_sigmas) return karrasSigmas(min, max, steps);
  if (config.use_exponential_sigmas) return linspace(log(max), log(min), steps).map(exp);
  if (config.use_lu_lambdas) return linspace(log(max), log(min), steps).map(exp);
  if (config.use_beta_sigmas) return betaSigmas(min, max, steps);
  return undefined;
}

/** Karras et al. 2022, equation 5. */
function karrasSigmas(min: number, max: number, steps: number): number[] {
  const from = max ** (1 / KARRAS_RHO);
  const to = min ** (1 / KARRAS_RHO);
  return linspace(0, 1, steps).map((ramp) => (from + ramp * (to - from)) ** KARRAS_RHO);
}

/** Lee et al. 2024, "Beta Sampling is All You Need". */
function betaSigmas(min: number, max: number, steps: number): number[] {
  return linspace(0, 1, steps).map(
    (ramp) => min + betaQuantile(1 - ramp, BETA_SHAPE) * (max - min),
  );
}

function finalSigma(config: SchedulerConfig, trained: Float32Array): number {
  return config.final_sigmas_type === 'sigma_min' ? trained[0]! : 0;
}

function interpolate(values: Float32Array, at: number): number {
  const x = Math.min(Math.max(at, 0), values.length - 1);
  const low = Math.min(Math.floor(x), values.length - 2);
  return values[low]! + (values[low + 1]! - values[low]!) * (x - low);
}

/** The training timestep, with fraction, whose sigma is `sigma`, on a logarithmic scale. */
export function timestepOfSigma(trained: Float32Array, sigma: number): number {
  const target = log(Math.max(sigma, 1e-10));
  let low = 0;
  for (let i = 1; i < trained.length - 1 && fround(log(trained[i]!)) <= target; i++) low = i;
  const from = fround(log(trained[low]!));
  const to = fround(log(trained[low + 1]!));
  const share = Math.min(Math.max((from - target) / (from - to), 0), 1);
  return low + share;
}
