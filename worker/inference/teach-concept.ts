import path from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { readCheckpoint, writeCheckpoint } from '#worker/engine/concepts/checkpoint.ts';
import { writeConceptFile } from '#worker/engine/concepts/concept-file.ts';
import { openGradients } from '#worker/engine/concepts/open-gradients.ts';
import { openLessons } from '#worker/engine/concepts/open-lessons.ts';
import { stopsAtBest } from '#worker/engine/concepts/stop-early.ts';
import { trainConcept } from '#worker/engine/concepts/train-concept.ts';
import type { TrainingPlan } from '#worker/engine/concepts/training-plan.ts';
import type { TrainingState } from '#worker/engine/concepts/training-state.ts';
import type { Model } from '#worker/engine/engine.ts';
import type { SessionOptions } from '#worker/engine/runtime/session.ts';
import type { TrainingNews } from './messages.ts';

/** A step waits this long while pictures are drawn; then it takes its turn, or it would never come. */
const MOST_WAIT_MS = 1500;
const LOOK_EVERY_MS = 20;

interface TeachOptions {
  model: Model;
  folder: string;
  plan: TrainingPlan;
  from: Uint8Array | undefined;
  session: SessionOptions;
  signal: AbortSignal;
  /** Whether pictures are waiting or drawn. */
  isBusy: () => boolean;
  onStep: (progress: { step: number; loss: number }) => void;
  onCheckpoint: (news: TrainingNews) => void;
}

/** Trains a word or a style between the pictures of others. @throws EngineError */
export async function teachConcept(options: TeachOptions): Promise<void> {
  const { model, folder, plan, from, session, signal, isBusy, onStep, onCheckpoint } = options;
  const gradients = await openGradients(path.resolve(folder), session);
  try {
    const book = await openLessons(plan, model, gradients, folder);
    const pack = (state: TrainingState): TrainingNews => ({
      step: state.step,
      losses: state.losses,
      checks: state.checks,
      checkpoint: writeCheckpoint(state),
      conceptFile: writeConceptFile(plan, usable(plan, state), gradients.learned),
    });
    await trainConcept(plan, book, {
      from: from && readCheckpoint(Buffer.from(from)),
      signal,
      waitForTurn: () => waitFor(isBusy),
      onStep: ({ step, losses }) => onStep({ step, loss: losses.at(-1)!.loss }),
      onCheckpoint: (state) => onCheckpoint(pack(state)),
    });
  } finally {
    await gradients.release();
  }
}

/** Of a word, what fitted the picture kept back best; else how it is by now. */
function usable(plan: TrainingPlan, { best, learnings }: TrainingState): Map<string, Float32Array> {
  if (best && stopsAtBest(plan)) return best.values;
  return new Map([...learnings].map(([name, { values }]) => [name, values]));
}

async function waitFor(isBusy: () => boolean): Promise<void> {
  const startMs = performance.now();
  // Whoever asks for a picture is heard in this pause.
  await setImmediate();
  while (isBusy() && performance.now() - startMs < MOST_WAIT_MS) await setTimeout(LOOK_EVERY_MS);
}
