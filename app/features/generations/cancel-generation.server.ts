import { enqueueDelivery, planDeliveries } from '#app/features/webhooks/plan-deliveries.server.ts';
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
  const cancelled = await db.$transaction(async (tx) => {
    const [row] = await tx.generation.updateManyAndReturn({
      where: { id: generationId, userId: user.id, state: { in: ['waiting', 'running'] } },
      data: { state: 'cancelled', finishedAt: new Date() },
      select: { id: true, userId: true, classId: true },
    });
    if (!row) return null;
    await tx.generationPreview.deleteMany({ where: { generationId } });
    return { classId: row.classId, deliveries: await planDeliveries(tx, row) };
  });
  if (!cancelled) return false;
  const { classId, deliveries } = cancelled;
  for (const delivery of deliveries) await enqueueDelivery(delivery);
  await removeJob(generationId);
  await publishLive({ kind: 'generation', classId, userId: user.id, generationId });
  return true;
}
