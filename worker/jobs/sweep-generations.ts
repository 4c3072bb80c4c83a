import { enqueueGeneration } from '#app/features/generations/enqueue-generation.server.ts';
import { findOpenGenerations } from '#app/features/generations/find-open-generations.server.ts';
import { pictureQueue } from '#app/platform/queue.server.ts';

/** A site that died between its commit and its job is given this long to add it itself. */
const GRACE_MS = 3_000;

/**
 * Adds the job of each open generation that has none: the site died before it added one, or the queue lost
 * it. Says how many it added.
 */
export async function sweepGenerations(): Promise<number> {
  let added = 0;
  for (const generation of await findOpenGenerations(GRACE_MS)) {
    if (await pictureQueue().getJob(generation.id)) continue;
    await enqueueGeneration(generation);
    added += 1;
  }
  return added;
}
