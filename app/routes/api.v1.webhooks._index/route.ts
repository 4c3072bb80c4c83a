import { answerApi } from '#app/features/api/answer-api.server.ts';
import {
  createWebhookEndpoint,
  listWebhooksEndpoint,
} from '#app/features/api/endpoints/webhook-endpoints.ts';
import { createWebhook } from '#app/features/webhooks/create-webhook.server.ts';
import { listWebhooks } from '#app/features/webhooks/list-webhooks.server.ts';

export const loader = answerApi(listWebhooksEndpoint, async ({ viewer }) => ({
  items: await listWebhooks({ userId: viewer.user.id, classId: viewer.classId }),
}));

export const action = answerApi(createWebhookEndpoint, ({ viewer, body }) =>
  createWebhook({ user: viewer.user, classId: viewer.classId, url: body.url }),
);
