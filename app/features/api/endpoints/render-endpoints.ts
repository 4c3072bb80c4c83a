import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';

export const listRendersEndpoint = defineEndpoint({
  method: 'get',
  path: '/renders',
  summary: 'Your automatic pictures in this class',
  scope: 'renders',
  reply: z.object({
    items: z.array(
      z.object({
        id: z.string().uuid(),
        name: z.string(),
        template: z.string(),
        cron: z.string().nullable(),
        timeZone: z.string(),
        isPaused: z.boolean(),
      }),
    ),
  }),
});

export const runRenderEndpoint = defineEndpoint({
  method: 'post',
  path: '/renders/{renderId}/runs',
  summary: 'Run an automatic picture now',
  description:
    'This is the address that another service calls. Its values go into the prompt’s slots. The same Idempotency-Key runs once.',
  scope: 'renders',
  body: z.object({ values: z.record(z.string().max(2000)).default({}) }).strict(),
  reply: z.object({
    id: z.string().uuid(),
    outcome: z.enum(['begun', 'asked', 'refused']),
    reason: z.string().nullable(),
    generationIds: z.array(z.string().uuid()),
  }),
  status: 202,
});
