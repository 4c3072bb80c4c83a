import { addTrainingJob } from '#app/platform/queue.server.ts';

/** Adds the job of a training under the concept's own id; adding it again changes nothing. */
export function enqueueTraining(conceptId: string): Promise<void> {
  return addTrainingJob({ conceptId });
}
