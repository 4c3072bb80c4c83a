import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { lessonReply, modelReply } from '../replies.ts';

export const listModels = defineEndpoint({
  method: 'get',
  path: '/models',
  summary: 'The models of this site',
  scope: null,
  reply: z.object({ items: z.array(modelReply) }),
});

export const listLessonsEndpoint = defineEndpoint({
  method: 'get',
  path: '/lessons',
  summary: 'The lessons, and how far you are',
  scope: 'lessons:read',
  reply: z.object({ items: z.array(lessonReply) }),
});
