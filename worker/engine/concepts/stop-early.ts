import type { TrainingPlan } from './training-plan.ts';
import type { TrainingState } from './training-state.ts';

/** So many checks without a better one end a training. */
const PATIENCE = 8;
/** The first checks are all better than the ones before them, or none is. */
const LEAST_STEPS = 200;

/**
 * Whether the picture kept back tells when a word has learned enough. It says little of a style: it shows another
 * thing, and how hard that is to draw weighs more than the look of it.
 */
export function stopsAtBest({ kind, stopsEarly }: TrainingPlan): boolean {
  return stopsEarly && kind === 'word';
}

/** Whether the picture kept back has long not fitted better (early stopping: Prechelt 1998). */
export function hasStoppedImproving({ step, checks, best }: TrainingState): boolean {
  if (!best || step < LEAST_STEPS) return false;
  return checks.filter((check) => check.step > best.step).length >= PATIENCE;
}
