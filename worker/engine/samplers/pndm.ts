import { alphaSpace } from './alpha-space.ts';
import { combine } from './combine.ts';
import { createDenoiser } from './denoiser.ts';
import { roundHalfToEven, spacedTimesteps } from './timesteps.ts';
import type { CreateSampler } from './types.ts';

/** Adams-Bashforth weights of the newest predictions, by how many there are. */
const ADAMS_BASHFORTH = [
  [1],
  [3 / 2, -1 / 2],
  [23 / 12, -16 / 12, 5 / 12],
  [55 / 24, -59 / 24, 37 / 24, -9 / 24],
];
const RUNGE_KUTTA = [1 / 6, 1 / 3, 1 / 3, 1 / 6];
const WARM_UP_PASSES = 12;

/**
 * Pseudo numerical methods (Liu et al. 2022): linear multistep over the noise, after a Runge-Kutta
 * warm-up unless `skip_prk_steps` (WebUI's PLMS).
 */
export const createPndm: CreateSampler = (config, steps) => {
  const rising = spacedTimesteps(config, steps).map(roundHalfToEven).reverse();
  const stride = Math.floor(config.num_train_timesteps / steps);
  const warmUp = config.skip_prk_steps ? [] : rungeKuttaTimesteps(rising, Math.floor(stride / 2));
  const timesteps = [
    ...warmUp,
    ...(config.skip_prk_steps
      ? [...rising.slice(0, -1), ...rising.slice(-2, -1), ...rising.slice(-1)].reverse()
      : rising.slice(0, -3).reverse()),
  ];
  const { levelOf, ...space } = alphaSpace(config);
  const denoiser = createDenoiser(config);
  const history: Float32Array[] = [];
  let pass = 0;
  let held: Float32Array | undefined;
  let mixed: Float32Array | undefined;

  /** Moves `from` on to another timestep along the predicted noise, into `sample`. */
  function transfer(
    sample: Float32Array,
    from: Float32Array,
    output: Float32Array,
    timestep: number,
    target: number,
  ): void {
    const start = levelOf(timestep);
    const end = levelOf(target);
    const noise = denoiser.noise(from, output, start);
    const kept = end.signal / start.signal;
    combine(sample, [kept, from], [end.noise - kept * start.noise, noise]);
  }

  function rungeKuttaStep(timestep: number, sample: Float32Array, output: Float32Array): void {
    const stage = pass % 4;
    if (stage === 0) {
      history.unshift(output.slice());
      held = sample.slice();
      mixed = new Float32Array(sample.length);
    }
    combine(mixed!, [1, mixed!], [RUNGE_KUTTA[stage]!, output]);
    const target = timestep - (pass % 2 ? 0 : Math.floor(stride / 2));
    const direction = stage === 3 ? mixed! : output;
    transfer(sample, held!, direction, warmUp[pass - stage]!, target);
  }

  function multistep(timestep: number, sample: Float32Array, output: Float32Array): void {
    const repeats = config.skip_prk_steps && pass === 1;
    if (!repeats) history.unshift(output.slice());
    history.length = Math.min(history.length, 4);
    if (repeats) {
      const mean = new Float32Array(sample.length);
      combine(mean, [0.5, output], [0.5, history[0]!]);
      transfer(sample, held!, mean, timestep + stride, timestep);
      return;
    }
    if (pass === 0) held = sample.slice();
    const [first, ...rest] = ADAMS_BASHFORTH[history.length - 1]!.map(
      (weight, i) => [weight, history[i]!] as const,
    );
    const direction = new Float32Array(sample.length);
    combine(direction, first!, ...rest);
    transfer(sample, sample, direction, timestep, timestep - stride);
  }

  return {
    ...space,
    timesteps,
    order: 1,
    levelAt: (index) => levelOf(timesteps[index]!),
    step({ index, sample, output }) {
      const advance = pass < warmUp.length ? rungeKuttaStep : multistep;
      advance(timesteps[index]!, sample, output);
      pass++;
    },
  };
};

function rungeKuttaTimesteps(rising: number[], halfStride: number): number[] {
  const pairs = rising.slice(-4).flatMap((t) => [t, t + halfStride]);
  const doubled = pairs.slice(0, -1).flatMap((t) => [t, t]);
  return doubled.slice(1, 1 + WARM_UP_PASSES).reverse();
}
