import { answerApi } from '#app/features/api/answer-api.server.ts';
import { getBatch } from '#app/features/api/endpoints/picture-endpoints.ts';
import { findBatch } from '#app/features/batches/find-batch.server.ts';
import { waitForGenerations } from '#app/features/generations/wait-for-generations.server.ts';

export const loader = answerApi(getBatch, async ({ viewer, params, query, closed }) => {
  const batch = { userId: viewer.user.id, classId: viewer.classId, batchId: params.batchId ?? '' };
  const found = await findBatch(batch);
  if (!found || query.waitS === 0) return found;
  const ids = found.generations.map(({ id }) => id);
  await waitForGenerations({ ids, timeoutMs: query.waitS * 1000, signal: closed });
  return findBatch(batch);
});
