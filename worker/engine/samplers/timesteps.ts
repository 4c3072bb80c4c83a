import type { SchedulerConfig } from './scheduler-config.ts';

/** Rounds halves to the even neighbour, as numpy does. */
export function roundHalfToEven(x: number): number {
  const floor = Math.floor(x);
  if (x - floor !== 0.5) return Math.round(x);
  return floor % 2 === 0 ? floor : floor + 1;
}

/** `count` numbers from `start` to `end`, both included. */
export function linspace(start: number, end: number, count: number): number[] {
  if (count === 1) return [start];
  const step = (end - start) / (count - 1);
  return Array.from({ length: count }, (_, i) => (i === count - 1 ? end : start + step * i));
}

/**
 * Training timesteps of a run of `steps` steps, highest first ("Common Diffusion Noise Schedules",
 * table 2). `linspace` gives fractions; samplers that index the schedule round them.
 */
export function spacedTimesteps(config: SchedulerConfig, steps: number): number[] {
  const trained = config.num_train_timesteps;
  switch (config.timestep_spacing) {
    case 'linspace':
      return linspace(0, trained - 1, steps).reverse();
    case 'leading':
      return leading(Math.floor(trained / steps), steps, config.steps_offset);
    case 'trailing':
      return trailing(trained, steps);
  }
}

/**
 * As `spacedTimesteps` for the DPM-Solver family: `linspace` and `leading` lay out one step more
 * and leave the lowest away.
 */
export function solverTimesteps(config: SchedulerConfig, steps: number): number[] {
  const trained = config.num_train_timesteps;
  switch (config.timestep_spacing) {
    case 'linspace':
      return linspace(0, trained - 1, steps + 1)
        .slice(1)
        .map(roundHalfToEven)
        .reverse();
    case 'leading': {
      const ratio = Math.floor(trained / (steps + 1));
      return leading(ratio, steps + 1, config.steps_offset).slice(0, -1);
    }
    case 'trailing':
      return trailing(trained, steps);
  }
}

function leading(ratio: number, count: number, offset: number): number[] {
  return Array.from({ length: count }, (_, i) => (count - 1 - i) * ratio + offset);
}

function trailing(trained: number, steps: number): number[] {
  const ratio = trained / steps;
  return Array.from({ length: steps }, (_, i) => roundHalfToEven(trained - i * ratio) - 1);
}
