import { db } from '#app/platform/db.server.ts';
import { tellConcept } from './tell-concept.server.ts';

/** Stops a training that waits or runs; what it has learned until its last checkpoint stays. */
export async function stopTraining(options: {
  user: { id: string };
  conceptId: string;
}): Promise<void> {
  const { user, conceptId } = options;
  const stopped = await db.concept.updateManyAndReturn({
    where: { id: conceptId, userId: user.id, state: { in: ['waiting', 'training'] } },
    data: { state: 'stopped' },
    select: { classId: true, userId: true },
  });
  for (const row of stopped) await tellConcept(row);
}
