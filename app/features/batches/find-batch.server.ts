import { findGenerationStatuses } from '#app/features/pictures/find-generation-statuses.server.ts';
import { db } from '#app/platform/db.server.ts';

/** A batch of one's own in a class, with where its pictures stand; null where there is none such. */
export async function findBatch(options: { userId: string; classId: string; batchId: string }) {
  const { userId, classId, batchId } = options;
  const batch = await db.batch.findFirst({ where: { id: batchId, userId, classId } });
  if (!batch) return null;
  const generations = await findGenerationStatuses({
    viewerId: userId,
    classId,
    ids: batch.generationIds,
  });
  return { id: batch.id, createdAt: batch.createdAt, generations };
}
