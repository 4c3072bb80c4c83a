import { toSchoolTime } from '#app/features/assignments/school-time.server.ts';
import { db } from '#app/platform/db.server.ts';
import { findNextTimes } from './next-times.server.ts';

const LAST_RUNS = 5;

export type ListedRender = Awaited<ReturnType<typeof listRenders>>[number];

/** A person's renders with their next times and what the last runs led to. */
export async function listRenders({ userId, classId }: { userId: string; classId?: string }) {
  const renders = await db.render.findMany({
    where: { userId, classId },
    orderBy: { createdAt: 'desc' },
    include: {
      table: { select: { name: true } },
      runs: { orderBy: { createdAt: 'desc' }, take: LAST_RUNS },
    },
  });
  return renders.map(
    ({ id, name, template, cron, timeZone, maxPerDay, pausedAt, table, runs }) => ({
      id,
      name,
      template,
      tableName: table?.name ?? null,
      cron,
      timeZone,
      maxPerDay,
      isPaused: pausedAt !== null,
      nextTimes: cron && !pausedAt ? findNextTimes({ cron, timeZone }, 2).map(toSchoolTime) : [],
      runs: runs.map((run) => ({
        id: run.id,
        at: toSchoolTime(run.dueAt),
        cause: run.cause,
        outcome: run.outcome,
        reason: run.reason,
        generationIds: run.generationIds,
      })),
    }),
  );
}
