import type { Learning } from './adamw.ts';

/** A step's loss: on the pictures that are learned from. */
export interface StepLoss {
  step: number;
  loss: number;
}

/** How a training stands: with its plan it decides all that follows. */
export interface TrainingState {
  /** How many steps are done. */
  step: number;
  learnings: Map<string, Learning>;
  losses: StepLoss[];
  /** The loss on the picture that is kept back, at the same noise each time. */
  checks: StepLoss[];
  /** What was learned when the picture kept back fitted best. */
  best: { step: number; loss: number; values: Map<string, Float32Array> } | undefined;
}
