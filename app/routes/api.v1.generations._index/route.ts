import { answerApi } from '#app/features/api/answer-api.server.ts';
import {
  createGenerations,
  listGenerations,
} from '#app/features/api/endpoints/picture-endpoints.ts';
import { listLog } from '#app/features/api/list-log.server.ts';
import { readBatchParts } from '#app/features/api/read-batch-parts.server.ts';
import { findBatch } from '#app/features/batches/find-batch.server.ts';
import { requestBatch } from '#app/features/batches/request-batch.server.ts';
import { findGenerationStatuses } from '#app/features/pictures/find-generation-statuses.server.ts';

export const loader = answerApi(listGenerations, async ({ viewer, query }) => {
  const { user, classId } = viewer;
  const page = await listLog({ userId: user.id, classId, after: query.after, take: query.limit });
  const ids = page.items.map(({ generationId }) => generationId);
  const items = await findGenerationStatuses({ viewerId: user.id, classId, ids });
  return { items, next: page.next };
});

export const action = answerApi(createGenerations, async ({ request, viewer, body }) => {
  const { user, classId, tokenId } = viewer;
  const { id } = await requestBatch({
    user,
    classId,
    tokenId,
    parts: await readBatchParts([body]),
    body,
    idempotencyKey: request.headers.get('Idempotency-Key') ?? undefined,
  });
  return findBatch({ userId: user.id, classId, batchId: id });
});
