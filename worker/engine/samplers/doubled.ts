/** Where a pass of a second-order sampler stands: each step but the last takes two passes. */
export interface DoubledPass {
  /** Which step of the run. */
  step: number;
  /** The second pass looks from a point on the way, or from the step's end. */
  second: boolean;
}

export function doubledPass(index: number): DoubledPass {
  return { step: Math.floor(index / 2), second: index % 2 === 1 };
}

/** Interleaves each step's timestep with that of its second pass; the last step has none. */
export function doubledTimesteps(
  timesteps: readonly number[],
  secondOf: (step: number) => number,
): number[] {
  const last = timesteps.length - 1;
  return timesteps.flatMap((t, step) => (step === last ? [t] : [t, secondOf(step)]));
}
