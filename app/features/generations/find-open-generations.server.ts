import { db } from '#app/platform/db.server.ts';

const AT_ONCE = 500;

/** Open generations that are old enough for their job to have been added, in the order of their turns. */
export function findOpenGenerations(olderThanMs: number): Promise<{ id: string; turn: number }[]> {
  return db.generation.findMany({
    where: {
      state: { in: ['waiting', 'running'] },
      class: { NOT: { wall: { pausedAt: { not: null } } } },
      createdAt: { lt: new Date(Date.now() - olderThanMs) },
    },
    orderBy: [{ turn: 'asc' }, { createdAt: 'asc' }],
    take: AT_ONCE,
    select: { id: true, turn: true },
  });
}
