import { combine } from './combine.ts';
import { createDenoiser } from './denoiser.ts';
import { integratorWeights, logSnr } from './exponential-integrator.ts';
import { unitVarianceLevel } from './sigma-space.ts';
import { solverSigmas } from './sigmas.ts';
import type { CreateSampler } from './types.ts';

/** From this many steps on, the last steps keep their order. */
const MANY_STEPS = 15;

/** DPM++ 2M and its relatives: order 1 to 3, plain and stochastic (Lu et al. 2022). */
export const createDpmSolverMultistep: CreateSampler = (config, steps) => {
  const { timesteps, sigmas } = solverSigmas(config, steps);
  const last = timesteps.length - 1;
  const denoiser = createDenoiser(config);
  const predict = config.algorithm_type.endsWith('++') ? denoiser.clean : denoiser.noise;
  const stochastic = config.algorithm_type.startsWith('sde-');
  const easesOff = config.lower_order_final && timesteps.length < MANY_STEPS;
  const history: Float32Array[] = [];

  function orderAt(index: number): number {
    const firstOnly = config.euler_at_final || easesOff || config.final_sigmas_type === 'zero';
    if (index === last && firstOnly) return 1;
    const most = index === last - 1 && easesOff ? 2 : config.solver_order;
    return Math.min(most, history.length);
  }

  return {
    timesteps,
    order: 1,
    initialNoiseScale: 1,
    inputScale: () => 1,
    levelAt: (index) => unitVarianceLevel(sigmas[index]!),
    step({ index, sample, output, drawNoise }) {
      const sigma = sigmas[index]!;
      history.unshift(predict(sample, output, unitVarianceLevel(sigma)));
      history.length = Math.min(history.length, config.solver_order);
      const order = orderAt(index);
      const weights = integratorWeights(config.algorithm_type, sigma, sigmas[index + 1]!);
      const toPast = (back: number) =>
        logSnr(sigmas[index + 1 - back]!) - logSnr(sigmas[index - back]!);
      const mix = multistepWeights(weights, order, config.solver_type === 'heun', toPast);
      combine(
        sample,
        [weights.sample, sample],
        ...mix.map((weight, i) => [weight, history[i]!] as const),
        ...(stochastic ? [[weights.noise, drawNoise()] as const] : []),
      );
    },
  };
};

/** Turns the weights of divided differences into weights of the last predictions themselves. */
function multistepWeights(
  weights: ReturnType<typeof integratorWeights>,
  order: number,
  taylor: boolean,
  width: (back: number) => number,
): number[] {
  if (order === 1) return [weights.d0];
  const r0 = width(1) / width(0);
  if (order === 2) {
    const d1 = (taylor ? weights.d1Taylor : weights.d1Midpoint) / r0;
    return [weights.d0 + d1, -d1];
  }
  const r1 = width(2) / width(0);
  const near = weights.d1Taylor * (1 + r0 / (r0 + r1)) + weights.d2 / (r0 + r1);
  const far = (weights.d1Taylor * r0 + weights.d2) / (r0 + r1);
  return [weights.d0 + near / r0, -near / r0 - far / r1, far / r1];
}
