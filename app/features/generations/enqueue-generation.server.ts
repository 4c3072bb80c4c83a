import { MAX_PRIORITY } from '#app/platform/job-catalog.ts';
import { addJob } from '#app/platform/queue.server.ts';

/** Adds the job of a generation under the row's own id; adding it again changes nothing. */
export function enqueueGeneration({ id, turn }: { id: string; turn: number }): Promise<void> {
  const priority = Math.min(turn + 1, MAX_PRIORITY);
  return addJob('generate-picture', id, { generationId: id }, priority);
}
