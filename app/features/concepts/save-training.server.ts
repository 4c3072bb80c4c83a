import { db } from '#app/platform/db.server.ts';
import { storeFile } from '#app/platform/storage.server.ts';
import { tellConcept } from './tell-concept.server.ts';
import type { ConceptLosses } from './concept-losses.ts';

interface Attempt {
  id: string;
  attempt: number;
  classId: string;
  userId: string;
}

/** Says how far an attempt is; false where it was stopped or another one took over. */
export async function saveTrainingStep(concept: Attempt, step: number): Promise<boolean> {
  return save(concept, { step });
}

interface Checkpoint extends ConceptLosses {
  step: number;
  checkpoint: Uint8Array;
  conceptFile: Uint8Array;
  trainedMs: number;
}

/** Keeps what an attempt has learned so far; false where it was stopped or another one took over. */
export async function saveCheckpoint(concept: Attempt, news: Checkpoint): Promise<boolean> {
  const { step, losses, checks, checkpoint, conceptFile, trainedMs } = news;
  const [checkpointSha256, fileSha256] = await Promise.all([
    storeFile(checkpoint),
    storeFile(conceptFile),
  ]);
  return save(concept, {
    step,
    losses: { losses, checks },
    checkpointSha256,
    fileSha256,
    trainedMs: { increment: trainedMs },
  });
}

/** Ends an attempt: learned, or with a sentence of what went wrong. */
export async function finishTraining(concept: Attempt, failure?: string): Promise<void> {
  await save(concept, failure ? { state: 'failed', failure } : { state: 'ready' });
}

async function save(
  concept: Attempt,
  data: Parameters<typeof db.concept.updateMany>[0]['data'],
): Promise<boolean> {
  const { id, attempt } = concept;
  const { count } = await db.concept.updateMany({
    where: { id, attempt, state: 'training' },
    data,
  });
  if (count > 0) await tellConcept(concept);
  return count > 0;
}
