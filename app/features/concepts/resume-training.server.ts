import { openTo } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { enqueueTraining } from './enqueue-training.server.ts';
import { tellConcept } from './tell-concept.server.ts';

/** Puts a training that was stopped, or failed, in the queue again: it goes on from its last checkpoint. */
export async function resumeTraining(options: {
  user: { id: string };
  conceptId: string;
}): Promise<void> {
  const { user, conceptId } = options;
  const resumed = await db.concept.updateManyAndReturn({
    where: {
      id: conceptId,
      userId: user.id,
      class: openTo(user.id),
      state: { in: ['stopped', 'failed'] },
    },
    data: { state: 'waiting', failure: null, queuedAt: new Date() },
    select: { id: true, classId: true, userId: true },
  });
  for (const row of resumed) {
    await enqueueTraining(row.id);
    await tellConcept(row);
  }
}
