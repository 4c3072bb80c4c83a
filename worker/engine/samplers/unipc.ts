import { combine } from './combine.ts';
import { createDenoiser } from './denoiser.ts';
import { logSnr } from './exponential-integrator.ts';
import type { SchedulerConfig } from './scheduler-config.ts';
import { unitVarianceLevel } from './sigma-space.ts';
import { solverSigmas } from './sigmas.ts';
import { solveLinear } from './solve-linear.ts';
import type { CreateSampler } from './types.ts';

/** A predicted value with the sigma at which it was predicted. */
interface Prediction {
  values: Float32Array;
  sigma: number;
}

/** UniPC (Zhao et al. 2023): each step is first corrected with its own prediction, then goes on. */
export const createUniPc: CreateSampler = (config, steps) => {
  const { timesteps, sigmas } = solverSigmas(config, steps);
  const denoiser = createDenoiser(config);
  const predict = config.predict_x0 ? denoiser.clean : denoiser.noise;
  const history: Prediction[] = [];
  let last: { sample: Float32Array; order: number } | undefined;
  return {
    timesteps,
    order: 1,
    initialNoiseScale: 1,
    inputScale: () => 1,
    levelAt: (index) => unitVarianceLevel(sigmas[index]!),
    step({ index, sample, output }) {
      const sigma = sigmas[index]!;
      const current = { values: predict(sample, output, unitVarianceLevel(sigma)), sigma };
      if (last && index > 0 && !config.disable_corrector.includes(index - 1)) {
        const known = [...history.slice(0, last.order)];
        sample.set(advance(config, last.sample, known, sigma, current));
      }
      history.unshift(current);
      history.length = Math.min(history.length, config.solver_order);
      const left = config.lower_order_final ? timesteps.length - index : config.solver_order;
      const order = Math.min(config.solver_order, left, history.length);
      last = { sample: sample.slice(), order };
      sample.set(advance(config, sample, history.slice(0, order), sigmas[index + 1]!));
    },
  };
};

/** One step from the newest of `known` to `to`; with `target`, the prediction there, it corrects. */
function advance(
  config: SchedulerConfig,
  sample: Float32Array,
  known: Prediction[],
  to: number,
  target?: Prediction,
): Float32Array {
  const [newest, ...older] = known as [Prediction, ...Prediction[]];
  const start = unitVarianceLevel(newest.sigma);
  const end = unitVarianceLevel(to);
  const h = logSnr(to) - logSnr(newest.sigma);
  const reach = config.predict_x0 ? -h : h;
  const [kept, scale] = config.predict_x0
    ? [end.noise / start.noise, end.signal]
    : [end.signal / start.signal, end.noise];
  const growth = Math.expm1(reach);
  const base = config.solver_type === 'bh1' ? reach : growth;
  const nodes = older.map(({ sigma }) => (logSnr(sigma) - logSnr(newest.sigma)) / h);
  const weights = differenceWeights([...nodes, 1], reach, base, target !== undefined);
  const points = [...older, ...(target ? [target] : [])];
  let ofNewest = -scale * growth;
  const terms = points.map(({ values }, i) => {
    const weight = (-scale * base * weights[i]!) / (nodes[i] ?? 1);
    ofNewest -= weight;
    return [weight, values] as const;
  });
  const next = new Float32Array(sample.length);
  combine(next, [kept, sample], [ofNewest, newest.values], ...terms);
  return next;
}

/** What each divided difference counts for; `nodes` ends with 1, the step's own end. */
function differenceWeights(
  nodes: number[],
  reach: number,
  base: number,
  corrects: boolean,
): number[] {
  const order = nodes.length;
  if (corrects ? order === 1 : order <= 2) return [0.5];
  const used = corrects ? nodes : nodes.slice(0, -1);
  let phi = Math.expm1(reach) / reach - 1;
  let factorial = 1;
  const right = used.map((_, i) => {
    const value = (phi * factorial) / base;
    factorial *= i + 2;
    phi = phi / reach - 1 / factorial;
    return value;
  });
  const rows = used.map((_, power) => used.map((node) => node ** power));
  return solveLinear(rows, right);
}
