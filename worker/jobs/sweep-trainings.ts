import { enqueueTraining } from '#app/features/concepts/enqueue-training.server.ts';
import { findOpenTrainings } from '#app/features/concepts/find-open-trainings.server.ts';
import { trainingQueue } from '#app/platform/queue.server.ts';

/** A site that died between its commit and its job is given this long to add it itself. */
const GRACE_MS = 3_000;

/** Adds the job of each training that has none, as `sweep-generations.ts` does for pictures. */
export async function sweepTrainings(): Promise<number> {
  let added = 0;
  for (const { id } of await findOpenTrainings(GRACE_MS)) {
    if (await trainingQueue().getJob(id)) continue;
    await enqueueTraining(id);
    added += 1;
  }
  return added;
}
