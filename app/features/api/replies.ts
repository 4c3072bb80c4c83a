import { z } from 'zod';

/** Where a generation stands. */
export const generationReply = z.object({
  id: z.string().uuid(),
  state: z.enum(['waiting', 'running', 'finished', 'held', 'blocked', 'failed', 'cancelled']),
  prompt: z.string(),
  seed: z.string().describe('In decimal digits: a seed may be larger than a number holds.'),
  widthPx: z.number().int(),
  heightPx: z.number().int(),
  queuePlace: z.number().int().nullable().describe('1 is next; null unless it waits.'),
  estimateMs: z.number().int().nullable(),
  step: z.number().int(),
  steps: z.number().int(),
  failure: z.string().nullable(),
  picture: z
    .object({ id: z.string().uuid(), alt: z.string(), sha256: z.string() })
    .nullable()
    .describe('Only of a finished one. Its bytes: GET /api/v1/pictures/{pictureId}/file.'),
});

export const batchReply = z.object({
  id: z.string().uuid(),
  createdAt: z.date(),
  generations: z.array(generationReply),
});

export const pictureReply = z.object({
  id: z.string().uuid(),
  alt: z.string(),
  state: z.enum(['held', 'approved', 'removed']),
  widthPx: z.number().int(),
  heightPx: z.number().int(),
  isOwn: z.boolean(),
  createdAt: z.date(),
  prompt: z.string(),
  negativePrompt: z.string(),
  dialect: z.string(),
  seed: z.string(),
  steps: z.number().int(),
  guidance: z.number(),
  sampler: z.string(),
  schedule: z.string(),
  modelId: z.string(),
  modelHash: z.string().nullable(),
});

export const modelReply = z.object({
  id: z.string(),
  name: z.string(),
  licence: z.string().nullable(),
  sidePx: z.number().int().describe('The side of the square picture that it was made for.'),
  defaults: z.object({ steps: z.number(), guidance: z.number(), sampler: z.string() }),
});

export const lessonReply = z.object({
  slug: z.string(),
  number: z.number(),
  title: z.string(),
  summary: z.string(),
  minutes: z.number(),
  steps: z.number().int(),
  stepsDone: z.number().int(),
  isCompleted: z.boolean(),
});

export const logEntryReply = z.object({
  generationId: z.string().uuid(),
  state: generationReply.shape.state,
  createdAt: z.date(),
  finishedAt: z.date().nullable(),
  lesson: z.string().nullable(),
  parentId: z.string().nullable(),
  changedFields: z.array(z.string()),
  mode: z.string(),
  prompt: z.string(),
  parsedPrompt: z.unknown(),
  negativePrompt: z.string(),
  dialect: z.string(),
  seed: z.string(),
  noiseSource: z.string(),
  steps: z.number().int(),
  guidance: z.number(),
  sampler: z.string(),
  schedule: z.string(),
  widthPx: z.number().int(),
  heightPx: z.number().int(),
  strength: z.number().nullable(),
  modelId: z.string(),
  modelHash: z.string().nullable(),
  pictureSha256: z.string().nullable(),
  failure: z.string().nullable(),
});

/** A page of a list, newest first; `next` goes into `after`. */
export function pageOf<Item extends z.ZodTypeAny>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}
