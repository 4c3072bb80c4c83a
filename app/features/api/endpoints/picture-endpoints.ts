import { z } from 'zod';
import { galleryCursorSchema } from '#app/features/pictures/gallery-cursor.ts';
import { defineEndpoint } from '../endpoint.ts';
import { generationBodySchema } from '../generation-body.ts';
import { batchReply, generationReply, logEntryReply, pageOf, pictureReply } from '../replies.ts';

const MOST_REQUESTS = 40;
const MOST_WAIT_S = 60;

export const pageQuery = z.object({
  after: galleryCursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

const waitQuery = z.object({
  waitS: z.coerce
    .number()
    .min(0)
    .max(MOST_WAIT_S)
    .default(0)
    .describe('Answers once all of it has ended, or after so many seconds.'),
});

export const createGenerations = defineEndpoint({
  method: 'post',
  path: '/generations',
  summary: 'Ask for pictures of one prompt',
  description:
    'Send an Idempotency-Key header to be safe to send the request again: the same key draws once.',
  scope: 'pictures:make',
  body: generationBodySchema,
  reply: batchReply,
  status: 202,
});

export const listGenerations = defineEndpoint({
  method: 'get',
  path: '/generations',
  summary: 'Your generations in this class, newest first',
  scope: 'pictures:read',
  query: pageQuery,
  reply: pageOf(generationReply),
});

export const getGeneration = defineEndpoint({
  method: 'get',
  path: '/generations/{generationId}',
  summary: 'Where a generation stands',
  scope: 'pictures:read',
  query: waitQuery,
  reply: generationReply,
});

export const cancelGenerationEndpoint = defineEndpoint({
  method: 'delete',
  path: '/generations/{generationId}',
  summary: 'Cancel a generation that waits or runs',
  scope: 'pictures:make',
  reply: z.object({ cancelled: z.boolean() }),
});

export const createBatch = defineEndpoint({
  method: 'post',
  path: '/batches',
  summary: 'Ask for pictures of several prompts, all or none',
  scope: 'pictures:make',
  body: z.object({ requests: z.array(generationBodySchema).min(1).max(MOST_REQUESTS) }).strict(),
  reply: batchReply,
  status: 202,
});

export const getBatch = defineEndpoint({
  method: 'get',
  path: '/batches/{batchId}',
  summary: 'Where the pictures of a request stand',
  scope: 'pictures:read',
  query: waitQuery,
  reply: batchReply,
});

export const getPicture = defineEndpoint({
  method: 'get',
  path: '/pictures/{pictureId}',
  summary: 'A picture’s settings',
  scope: 'pictures:read',
  reply: pictureReply,
});

export const getPictureFile = defineEndpoint({
  method: 'get',
  path: '/pictures/{pictureId}/file',
  summary: 'A picture’s bytes',
  scope: 'pictures:read',
  query: z.object({ size: z.enum(['full', 'thumbnail']).default('full') }),
  reply: z.never(),
  file: ['image/png', 'image/webp'],
});

export const listLog = defineEndpoint({
  method: 'get',
  path: '/log',
  summary: 'Everything that decided your pictures, newest first',
  scope: 'log:read',
  query: pageQuery,
  reply: pageOf(logEntryReply),
});
