import { db } from '#app/platform/db.server.ts';
import { programQueue, SCHEDULED_JOB } from '#app/platform/queue.server.ts';
import type { Render } from '#prisma/generated/client.ts';

type Scheduled = Pick<Render, 'id' | 'cron' | 'timeZone' | 'pausedAt'>;

/** Brings the queue's clock to what a render says: set, changed, or taken away while it is paused. */
export async function scheduleRender(render: Scheduled, queue = programQueue()): Promise<void> {
  const { id, cron, timeZone, pausedAt } = render;
  if (!cron || pausedAt) {
    await queue.removeJobScheduler(id);
    return;
  }
  await queue.upsertJobScheduler(
    id,
    { pattern: cron, tz: timeZone },
    { name: 'run-render', data: { renderId: id }, opts: SCHEDULED_JOB },
  );
}

/**
 * Sets the clock of each render that the queue does not know: the site died before it did, or the queue was
 * lost. Clocks that are set stay as they are, so that a time which passed meanwhile is still made up for.
 */
export async function scheduleMissingRenders(): Promise<void> {
  const renders = await db.render.findMany({ where: { cron: { not: null }, pausedAt: null } });
  for (const render of renders)
    if (!(await programQueue().getJobScheduler(render.id))) await scheduleRender(render);
}
