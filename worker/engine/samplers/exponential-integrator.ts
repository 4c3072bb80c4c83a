import type { SchedulerConfig } from './scheduler-config.ts';

const { exp, expm1, hypot, log, sqrt } = Math;

/** The sample's half log signal-to-noise ratio at sigma = noise / signal. */
export function logSnr(sigma: number): number {
  return -log(sigma);
}

/** What a DPM-Solver step adds up: the sample, the divided differences D0, D1, D2, and noise. */
export interface IntegratorWeights {
  sample: number;
  d0: number;
  /** Of D1 as second-order "midpoint" takes it, and as a Taylor term ("heun", third order). */
  d1Midpoint: number;
  d1Taylor: number;
  d2: number;
  noise: number;
}

/**
 * Weights of a step of the DPM-Solver family from one sigma to another: DPM-Solver++ (data
 * prediction), DPM-Solver (noise prediction) and their stochastic forms.
 * Lu et al. 2022 (arXiv 2211.01095), as diffusers' `DPMSolverMultistepScheduler` writes them.
 */
export function integratorWeights(
  algorithm: SchedulerConfig['algorithm_type'],
  from: number,
  to: number,
): IntegratorWeights {
  const signal = 1 / hypot(to, 1);
  const noise = to * signal;
  const fromSignal = 1 / hypot(from, 1);
  const h = logSnr(to) - logSnr(from);
  const stochastic = algorithm.startsWith('sde-');
  if (algorithm.endsWith('++')) {
    const reach = stochastic ? 2 * h : h;
    const decay = expm1(-reach);
    return {
      sample: (noise / (from * fromSignal)) * (stochastic ? exp(-h) : 1),
      d0: -signal * decay,
      d1Midpoint: -0.5 * signal * decay,
      d1Taylor: signal * (decay / reach + 1),
      // diffusers takes 0.5 away in the stochastic form; the integral would add it.
      d2: -signal * ((decay + reach) / reach ** 2 + (stochastic ? 0.5 : -0.5)),
      noise: stochastic ? noise * sqrt(-expm1(-2 * h)) : 0,
    };
  }
  const growth = expm1(h);
  const scale = stochastic ? 2 * noise : noise;
  return {
    sample: signal / fromSignal,
    d0: -scale * growth,
    d1Midpoint: -0.5 * scale * growth,
    d1Taylor: -scale * (growth / h - 1),
    d2: -scale * ((growth - h) / h ** 2 - 0.5),
    noise: stochastic ? noise * sqrt(expm1(2 * h)) : 0,
  };
}
