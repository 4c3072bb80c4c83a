import { combine } from './combine.ts';
import { createDenoiser } from './denoiser.ts';
import { sigmaSpace } from './sigma-space.ts';
import { eulerSigmas } from './sigmas.ts';
import type { CreateSampler } from './types.ts';

const MOST_TERMS = 4;

/** Linear multistep: fits a polynomial to the last slopes and integrates it over the step. */
export const createLms: CreateSampler = (config, steps) => {
  const { timesteps, sigmas } = eulerSigmas({ ...config, final_sigmas_type: 'zero' }, steps);
  const denoiser = createDenoiser(config);
  const slopes: Float32Array[] = [];
  return {
    ...sigmaSpace(config, sigmas),
    timesteps,
    order: 1,
    step({ index, sample, output }) {
      const sigma = sigmas[index]!;
      const clean = denoiser.clean(sample, output, { signal: 1, noise: sigma });
      const slope = new Float32Array(sample.length);
      combine(slope, [1 / sigma, sample], [-1 / sigma, clean]);
      slopes.unshift(slope);
      slopes.length = Math.min(slopes.length, MOST_TERMS);
      const nodes = Array.from(
        { length: Math.min(index + 1, MOST_TERMS) },
        (_, back) => sigmas[index - back]!,
      );
      const terms = slopes.map(
        (values, back) => [integrateBasis(nodes, back, sigma, sigmas[index + 1]!), values] as const,
      );
      combine(sample, [1, sample], ...terms);
    },
  };
};

/** The integral of a Lagrange basis polynomial: two Gauss points are exact up to its third degree. */
function integrateBasis(nodes: number[], chosen: number, from: number, to: number): number {
  const centre = (from + to) / 2;
  const half = (to - from) / 2;
  const basis = (x: number) =>
    nodes.reduce(
      (product, node, k) =>
        k === chosen ? product : (product * (x - node)) / (nodes[chosen]! - node),
      1,
    );
  const offset = half / Math.sqrt(3);
  return half * (basis(centre - offset) + basis(centre + offset));
}
