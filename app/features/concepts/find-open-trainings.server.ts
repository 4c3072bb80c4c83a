import { db } from '#app/platform/db.server.ts';

/** Trainings that wait or run and are old enough for their job to have been added, the first one first. */
export function findOpenTrainings(olderThanMs: number): Promise<{ id: string }[]> {
  return db.concept.findMany({
    where: {
      state: { in: ['waiting', 'training'] },
      queuedAt: { lt: new Date(Date.now() - olderThanMs) },
    },
    orderBy: { queuedAt: 'asc' },
    select: { id: true },
  });
}
