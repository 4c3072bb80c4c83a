import { answerApi, answerByMethod } from '#app/features/api/answer-api.server.ts';
import { deleteWebhookEndpoint } from '#app/features/api/endpoints/webhook-endpoints.ts';
import { removeWebhook } from '#app/features/webhooks/remove-webhook.server.ts';

export const action = answerByMethod({
  DELETE: answerApi(deleteWebhookEndpoint, async ({ viewer, params }) => {
    const { user, classId } = viewer;
    const removed = await removeWebhook({ user, classId, webhookId: params.webhookId ?? '' });
    return removed ? { removed } : null;
  }),
});
