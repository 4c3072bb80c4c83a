import { answerApi } from '#app/features/api/answer-api.server.ts';
import { createBatch } from '#app/features/api/endpoints/picture-endpoints.ts';
import { readBatchParts } from '#app/features/api/read-batch-parts.server.ts';
import { findBatch } from '#app/features/batches/find-batch.server.ts';
import { requestBatch } from '#app/features/batches/request-batch.server.ts';

export const action = answerApi(createBatch, async ({ request, viewer, body }) => {
  const { user, classId, tokenId } = viewer;
  const { id } = await requestBatch({
    user,
    classId,
    tokenId,
    parts: await readBatchParts(body.requests, 'requests'),
    body,
    idempotencyKey: request.headers.get('Idempotency-Key') ?? undefined,
  });
  return findBatch({ userId: user.id, classId, batchId: id });
});
