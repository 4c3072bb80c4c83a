import { answerApi } from '#app/features/api/answer-api.server.ts';
import { listDeliveriesEndpoint } from '#app/features/api/endpoints/webhook-endpoints.ts';
import { listDeliveries } from '#app/features/webhooks/list-webhooks.server.ts';

export const loader = answerApi(listDeliveriesEndpoint, async ({ viewer, params }) => {
  const items = await listDeliveries({
    userId: viewer.user.id,
    classId: viewer.classId,
    webhookId: params.webhookId ?? '',
  });
  return items && { items };
});
