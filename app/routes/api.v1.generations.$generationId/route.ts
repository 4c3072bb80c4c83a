import { answerApi, answerByMethod } from '#app/features/api/answer-api.server.ts';
import {
  cancelGenerationEndpoint,
  getGeneration,
} from '#app/features/api/endpoints/picture-endpoints.ts';
import { cancelGeneration } from '#app/features/generations/cancel-generation.server.ts';
import { waitForGenerations } from '#app/features/generations/wait-for-generations.server.ts';
import { findGenerationStatuses } from '#app/features/pictures/find-generation-statuses.server.ts';

export const loader = answerApi(getGeneration, async ({ viewer, params, query, closed }) => {
  const asked = { viewerId: viewer.user.id, classId: viewer.classId, ids: [params.generationId!] };
  const [status = null] = await findGenerationStatuses(asked);
  if (!status || query.waitS === 0) return status;
  await waitForGenerations({ ids: asked.ids, timeoutMs: query.waitS * 1000, signal: closed });
  const [now = null] = await findGenerationStatuses(asked);
  return now;
});

export const action = answerByMethod({
  DELETE: answerApi(cancelGenerationEndpoint, async ({ viewer, params }) => {
    const { user, classId } = viewer;
    const ids = [params.generationId!];
    const [status] = await findGenerationStatuses({ viewerId: user.id, classId, ids });
    if (!status) return null;
    return { cancelled: await cancelGeneration({ user, generationId: status.id }) };
  }),
});
