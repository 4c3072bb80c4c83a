import type { Sampler } from '../samplers/types.ts';

/** Where a run begins that keeps something of its picture: int(steps * strength) steps, at least 1. */
export function firstIndex(sampler: Sampler, steps: number, strength: number): number {
  const kept = Math.min(Math.max(Math.floor(steps * strength), 1), steps);
  return (steps - kept) * sampler.order;
}
