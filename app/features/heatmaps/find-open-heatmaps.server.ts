import { db } from '#app/platform/db.server.ts';

const AT_ONCE = 200;

/** Asks for heatmaps that wait or run and are old enough for their job to have been added, the first one first. */
export function findOpenHeatmaps(
  olderThanMs: number,
): Promise<{ pictureId: string; turn: number }[]> {
  return db.pictureHeatmaps.findMany({
    where: {
      state: { in: ['waiting', 'running'] },
      createdAt: { lt: new Date(Date.now() - olderThanMs) },
    },
    orderBy: { createdAt: 'asc' },
    take: AT_ONCE,
    select: { pictureId: true, turn: true },
  });
}
