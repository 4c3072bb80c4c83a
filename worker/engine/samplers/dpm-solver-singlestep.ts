import { combine } from './combine.ts';
import { createDenoiser } from './denoiser.ts';
import { integratorWeights, logSnr } from './exponential-integrator.ts';
import type { IntegratorWeights } from './exponential-integrator.ts';
import type { SchedulerConfig } from './scheduler-config.ts';
import { unitVarianceLevel } from './sigma-space.ts';
import { solverSigmas } from './sigmas.ts';
import type { CreateSampler } from './types.ts';

/** Single-step DPM-Solver (Lu et al. 2022): groups of up to three passes go out from one sample. */
export const createDpmSolverSinglestep: CreateSampler = (config, steps) => {
  const spaced = { ...config, timestep_spacing: 'linspace' as const };
  const { timesteps, sigmas } = solverSigmas(spaced, steps);
  const orders = orderList(config, steps);
  const denoiser = createDenoiser(config);
  const predict = config.algorithm_type.endsWith('++') ? denoiser.clean : denoiser.noise;
  const stochastic = config.algorithm_type.startsWith('sde-');
  const history: Float32Array[] = [];
  let start = new Float32Array(0);
  return {
    timesteps,
    order: 1,
    initialNoiseScale: 1,
    inputScale: () => 1,
    levelAt: (index) => unitVarianceLevel(sigmas[index]!),
    step({ index, sample, output, drawNoise }) {
      history.unshift(predict(sample, output, unitVarianceLevel(sigmas[index]!)));
      history.length = Math.min(history.length, config.solver_order);
      const order = Math.min(orders[index]!, history.length);
      if (order === 1) start = sample.slice();
      const from = sigmas[index + 1 - order]!;
      const to = sigmas[index + 1]!;
      const weights = integratorWeights(config.algorithm_type, from, to);
      const reach = logSnr(to) - logSnr(from);
      const shares = Array.from(
        { length: order - 1 },
        (_, back) => (logSnr(sigmas[index - back]!) - logSnr(from)) / reach,
      );
      const mix = singlestepWeights(weights, shares, config.solver_type === 'heun');
      combine(
        sample,
        [weights.sample, start],
        ...mix.map((weight, i) => [weight, history[i]!] as const),
        ...(stochastic ? [[weights.noise, drawNoise()] as const] : []),
      );
    },
  };
};

/** Weights of the predictions, newest first; `shares` says how far into the group each stands. */
function singlestepWeights(
  weights: IntegratorWeights,
  shares: number[],
  taylor: boolean,
): number[] {
  const [r0, r1] = shares;
  if (r0 === undefined) return [weights.d0];
  if (r1 === undefined) {
    const d1 = (taylor ? weights.d1Taylor : weights.d1Midpoint) / r0;
    return [d1, weights.d0 - d1];
  }
  if (!taylor) return [weights.d1Taylor / r0, 0, weights.d0 - weights.d1Taylor / r0];
  const newest = (-weights.d1Taylor * r1 + 2 * weights.d2) / (r0 - r1) / r0;
  const middle = (weights.d1Taylor * r0 - 2 * weights.d2) / (r0 - r1) / r1;
  return [newest, middle, weights.d0 - newest - middle];
}

/** The order of each pass: groups that count up, cut off so that the run ends in order 1 or 2. */
function orderList(config: SchedulerConfig, steps: number): number[] {
  const { solver_order: order } = config;
  const endsAtZero = config.final_sigmas_type === 'zero';
  const easesOff = config.lower_order_final || endsAtZero || steps % order !== 0;
  const orders = Array.from({ length: steps }, (_, i) => (i % order) + 1);
  if (easesOff && steps % order === 0 && order > 1) {
    orders.splice(-order, order, ...(order === 3 ? [1, 2, 1] : [1, 1]));
  }
  if (endsAtZero) orders[steps - 1] = 1;
  return orders;
}
