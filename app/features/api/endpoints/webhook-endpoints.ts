import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';

const webhookReply = z.object({
  id: z.string().uuid(),
  url: z.string(),
  createdAt: z.date(),
});

export const createWebhookEndpoint = defineEndpoint({
  method: 'post',
  path: '/webhooks',
  summary: 'Be told when a picture of yours has ended',
  description:
    'Easel posts { type, id, generationId, state, pictureId, occurredAt } as JSON. `Easel-Signature` is `t=SECONDS,v1=HEX`: the HMAC-SHA256, by the secret, of SECONDS, a dot and the body. An answer other than 2xx is tried again for about a day.',
  scope: 'webhooks',
  body: z.object({ url: z.string().url('This is no address.').max(500) }).strict(),
  reply: webhookReply.extend({ secret: z.string().describe('Shown this once.') }),
  status: 201,
});

export const listWebhooksEndpoint = defineEndpoint({
  method: 'get',
  path: '/webhooks',
  summary: 'Your webhooks in this class',
  scope: 'webhooks',
  reply: z.object({ items: z.array(webhookReply) }),
});

export const deleteWebhookEndpoint = defineEndpoint({
  method: 'delete',
  path: '/webhooks/{webhookId}',
  summary: 'Remove a webhook',
  scope: 'webhooks',
  reply: z.object({ removed: z.boolean() }),
});

export const listDeliveriesEndpoint = defineEndpoint({
  method: 'get',
  path: '/webhooks/{webhookId}/deliveries',
  summary: 'What a webhook was told last, and what it answered',
  scope: 'webhooks',
  reply: z.object({
    items: z.array(
      z.object({
        id: z.string().uuid(),
        generationId: z.string().uuid(),
        state: z.enum(['waiting', 'delivered', 'failed']),
        attempts: z.number().int(),
        lastStatus: z.number().int().nullable(),
        createdAt: z.date(),
        endedAt: z.date().nullable(),
      }),
    ),
  }),
});
