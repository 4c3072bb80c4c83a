import { EngineError } from '../contract/errors.ts';
import { startLearning, stepAdamW } from './adamw.ts';
import { learningRateAt } from './learning-rate.ts';
import type { Lesson, LessonBook } from './open-lessons.ts';
import { hasStoppedImproving, stopsAtBest } from './stop-early.ts';
import type { TrainingPlan } from './training-plan.ts';
import type { TrainingState } from './training-state.ts';

/** The picture kept back is looked at, and a checkpoint is made, once in so many steps. */
export const STEPS_A_CHECKPOINT = 25;
export const WARM_UP_STEPS = 20;

export interface TrainOptions {
  /** Where an earlier training stopped; from the beginning where it is missing. */
  from?: TrainingState | undefined;
  /** Waits before a step while others go first. */
  waitForTurn?: () => Promise<void>;
  onStep?: (state: TrainingState) => void;
  /** Called with the state at each checkpoint, the last one included. */
  onCheckpoint?: (state: TrainingState) => Promise<void> | void;
  signal?: AbortSignal | undefined;
}

/**
 * Learns a word (textual inversion: Gal et al. 2022) or a style (LoRA: Hu et al. 2021) with AdamW.
 * It is the same whether it runs at one go or goes on from checkpoints.
 *
 * @returns the state at the end, or where the picture kept back stopped fitting better
 * @throws EngineError `cancelled` where the signal ended it between two steps
 */
export async function trainConcept(
  plan: TrainingPlan,
  book: LessonBook,
  { from, waitForTurn, onStep, onCheckpoint, signal }: TrainOptions = {},
): Promise<TrainingState> {
  const state = from ?? startState(book);
  while (state.step < plan.steps && !(stopsAtBest(plan) && hasStoppedImproving(state))) {
    await waitForTurn?.();
    if (signal?.aborted) throw new EngineError('cancelled', 'The training was stopped.');
    const step = state.step + 1;
    await learn(state, book, book.lessonAt(step), {
      step,
      learningRate: learningRateAt(step, {
        steps: plan.steps,
        warmUpSteps: WARM_UP_STEPS,
        peak: plan.learningRate,
      }),
    });
    onStep?.(state);
    if (step % STEPS_A_CHECKPOINT === 0 || step === plan.steps) {
      await check(state, book);
      await onCheckpoint?.(state);
    }
  }
  return state;
}

function startState({ start }: LessonBook): TrainingState {
  const learnings = [...start].map(([name, values]) => [name, startLearning(values)] as const);
  return { step: 0, learnings: new Map(learnings), losses: [], checks: [], best: undefined };
}

async function learn(
  state: TrainingState,
  book: LessonBook,
  lesson: Lesson,
  { step, learningRate }: { step: number; learningRate: number },
): Promise<void> {
  const { loss, gradients } = await book.study(lesson, valuesOf(state));
  if (!Number.isFinite(loss)) {
    throw new EngineError(
      'run-failed',
      'The training went astray. Start it again with a lower speed.',
    );
  }
  for (const [name, learning] of state.learnings) {
    stepAdamW(learning, gradients.get(name)!, step, { learningRate });
  }
  state.step = step;
  state.losses.push({ step, loss });
}

/** Looks at the picture kept back, if there is one, and keeps what fits it best. */
async function check(state: TrainingState, book: LessonBook): Promise<void> {
  const values = valuesOf(state);
  const loss = await book.checkLoss(values);
  if (loss === undefined) return;
  state.checks.push({ step: state.step, loss });
  if (state.best && state.best.loss <= loss) return;
  const copied = [...values].map(([name, own]) => [name, own.slice()] as const);
  state.best = { step: state.step, loss, values: new Map(copied) };
}

function valuesOf({ learnings }: TrainingState): Map<string, Float32Array> {
  return new Map([...learnings].map(([name, { values }]) => [name, values]));
}
