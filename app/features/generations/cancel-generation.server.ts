import { db } from '#app/platform/db.server.ts';
import { publishLive } from '#app/platform/live.server.ts';
import { removeJob } from '#app/platform/queue.server.ts';

/**
 * Cancels the student's own generation while it waits or runs; says whether it did. The worker hears of it
 * between two steps, and a result that comes later finds the row closed.
 */
export async function cancelGeneration(options: {
  user: { id: string };
  generationId: string;
}): Promise<boolean> {
  const { user, generationId } = options;
  const rows = await db.generation.updateManyAndReturn({
    where: { id: generationId, userId: user.id, state: { in: ['waiting', 'running'] } },
    data: { state: 'cancelled', finishedAt: new Date() },
    select: { classId: true },
  });
  const row = rows[0];
  if (!row) return false;
  await db.generationPreview.deleteMany({ where: { generationId } });
  await removeJob(generationId);
  await publishLive({ kind: 'generation', classId: row.classId, userId: user.id, generationId });
  return true;
}
