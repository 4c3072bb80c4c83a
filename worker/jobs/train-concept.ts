import { claimTraining } from '#app/features/concepts/claim-training.server.ts';
import type { ClaimedTraining } from '#app/features/concepts/claim-training.server.ts';
import type { ConceptKind } from '#app/features/concepts/concept-record.ts';
import { requestSamples } from '#app/features/concepts/request-samples.server.ts';
import {
  finishTraining,
  saveCheckpoint,
  saveTrainingStep,
} from '#app/features/concepts/save-training.server.ts';
import { STEPS_A_SAMPLE, TRAINING_SETTINGS } from '#app/features/concepts/training-settings.ts';
import { log } from '#app/platform/log.server.ts';
import { readStoredFile } from '#app/platform/storage.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import type { TrainingPlan } from '#worker/engine/concepts/training-plan.ts';
import { decodeImage } from '#worker/engine/image/image-file.ts';
import type { TrainingNews } from '#worker/inference/messages.ts';
import { InferenceFailed, InferenceLost } from '#worker/inference/start-inference.ts';
import type { Inference } from '#worker/inference/start-inference.ts';

/** A training whose every attempt kills its process is given up. */
const MAX_ATTEMPTS = 12;
const GAVE_UP = 'This training could not be done, and Easel has stopped trying.';
/** A page need not hear of every step. */
const SAY_EVERY_MS = 2_000;

/**
 * Takes one training from its claim to its end. It is done between the pictures of others; whatever kills it on
 * the way, a later attempt goes on from the last checkpoint.
 */
export async function trainConcept(
  { conceptId }: { conceptId: string },
  inference: Inference,
): Promise<void> {
  for (;;) {
    const concept = await claimTraining(conceptId);
    if (!concept) return;
    if (concept.attempt > MAX_ATTEMPTS) return finishTraining(concept, GAVE_UP);
    try {
      await attempt(concept, inference);
      return await finishTraining(concept);
    } catch (error) {
      if (error instanceof InferenceFailed) {
        if (error.code !== 'cancelled') await finishTraining(concept, error.message);
        return;
      }
      if (!(error instanceof InferenceLost)) throw error;
      log.warn({ conceptId, attempt: concept.attempt }, 'inference process lost, once more');
    }
  }
}

async function attempt(concept: ClaimedTraining, inference: Inference): Promise<void> {
  const plan = await planOf(concept);
  const { checkpointSha256 } = concept;
  const from = checkpointSha256 ? await readStoredFile(checkpointSha256) : undefined;
  if (!from) await sample(concept, 0);
  const stopping = new AbortController();
  let saidMs = performance.now();
  let trainedSinceMs = performance.now();
  let saving: Promise<void> = Promise.resolve();
  const save = (work: () => Promise<boolean>) => {
    saving = saving.then(async () => {
      if (!(await work())) stopping.abort();
    });
    // Its fault is met where the training ends.
    saving.catch(() => stopping.abort());
  };
  try {
    await inference.train({
      modelId: concept.modelId,
      plan,
      from,
      signal: stopping.signal,
      onStep: ({ step }) => {
        if (performance.now() - saidMs < SAY_EVERY_MS) return;
        saidMs = performance.now();
        save(() => saveTrainingStep(concept, step));
      },
      onCheckpoint: (news) => {
        const trainedMs = Math.round(performance.now() - trainedSinceMs);
        trainedSinceMs = performance.now();
        save(() => keep(concept, news, trainedMs));
      },
    });
  } finally {
    await saving;
  }
  await sample(concept, concept.steps);
}

async function keep(
  concept: ClaimedTraining,
  news: TrainingNews,
  trainedMs: number,
): Promise<boolean> {
  const goesOn = await saveCheckpoint(concept, { ...news, trainedMs });
  const isLast = news.step >= concept.steps;
  if (goesOn && !isLast && news.step % STEPS_A_SAMPLE === 0) await sample(concept, news.step);
  return goesOn;
}

/** A student who has many pictures waiting does without these. */
async function sample(concept: ClaimedTraining, step: number): Promise<void> {
  try {
    await requestSamples({ concept, step });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    log.info({ conceptId: concept.id, step }, 'no samples of a training');
  }
}

async function planOf(concept: ClaimedTraining): Promise<TrainingPlan> {
  const { name, startWord, seed, steps, stopsEarly, pictures } = concept;
  const kind = concept.kind as ConceptKind;
  const { vectors, learningRate } = TRAINING_SETTINGS[kind];
  const examples = await Promise.all(
    pictures.map(async ({ caption, picture }) => ({
      caption,
      image: await decodeImage(await readStoredFile(picture.sha256), 'pictures'),
    })),
  );
  return { kind, name, examples, startWord, vectors, seed, steps, learningRate, stopsEarly };
}
