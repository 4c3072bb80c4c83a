import { combine } from './combine.ts';
import { createDenoiser } from './denoiser.ts';
import { unitVarianceLevel } from './sigma-space.ts';
import { solverSigmas } from './sigmas.ts';
import type { CreateSampler } from './types.ts';

const { log } = Math;
/** From this many steps on, the last steps keep their order. */
const MANY_STEPS = 15;

/** Diffusion exponential integrator (Zhang and Chen 2022): polynomials in log sigma. */
export const createDeis: CreateSampler = (config, steps) => {
  const { timesteps, sigmas } = solverSigmas({ ...config, final_sigmas_type: 'sigma_min' }, steps);
  const denoiser = createDenoiser(config);
  const easesOff = config.lower_order_final && timesteps.length < MANY_STEPS;
  const history: Float32Array[] = [];
  return {
    timesteps,
    order: 1,
    initialNoiseScale: 1,
    inputScale: () => 1,
    levelAt: (index) => unitVarianceLevel(sigmas[index]!),
    step({ index, sample, output }) {
      const from = sigmas[index]!;
      const to = sigmas[index + 1]!;
      history.unshift(denoiser.noise(sample, output, unitVarianceLevel(from)));
      history.length = Math.min(history.length, config.solver_order);
      const left = timesteps.length - index;
      const order = Math.min(easesOff ? left : config.solver_order, history.length);
      const nodes = Array.from({ length: order }, (_, back) => log(sigmas[index - back]!));
      const { signal } = unitVarianceLevel(to);
      const terms = nodes.map(
        (_, back) => [signal * integrateInLog(nodes, back, from, to), history[back]!] as const,
      );
      combine(sample, [signal / unitVarianceLevel(from).signal, sample], ...terms);
    },
  };
};

/**
 * The integral over sigma of the Lagrange basis polynomial in log sigma that is 1 at node `chosen`,
 * in closed form, for up to three nodes.
 */
function integrateInLog(nodes: number[], chosen: number, from: number, to: number): number {
  const others = nodes.filter((_, i) => i !== chosen);
  const scale = others.reduce((product, node) => product * (nodes[chosen]! - node), 1);
  const antiderivative = (sigma: number): number => {
    const l = log(sigma);
    const [a, b] = others;
    if (a === undefined) return sigma;
    if (b === undefined) return sigma * (l - 1 - a);
    return sigma * (l * l - 2 * l + 2 - (a + b) * (l - 1) + a * b);
  };
  return (antiderivative(to) - antiderivative(from)) / scale;
}
