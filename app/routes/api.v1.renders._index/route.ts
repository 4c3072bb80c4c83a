import { answerApi } from '#app/features/api/answer-api.server.ts';
import { listRendersEndpoint } from '#app/features/api/endpoints/render-endpoints.ts';
import { listRenders } from '#app/features/renders/list-renders.server.ts';

export const loader = answerApi(listRendersEndpoint, async ({ viewer }) => ({
  items: await listRenders({ userId: viewer.user.id, classId: viewer.classId }),
}));
