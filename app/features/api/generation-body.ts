import { z } from 'zod';
import { generationFormSchema } from '#app/features/generations/generation-form.ts';
import type { GenerationForm } from '#app/features/generations/generation-form.ts';
import { MAX_SEED } from '#worker/engine/contract/request.ts';
import { BadRequest, faultsOf } from './bad-request.ts';
import type { FieldFault } from './bad-request.ts';

/** More pictures of one prompt than anybody looks at; larger sets are tables. */
export const MOST_AT_ONCE = 32;

const shape = generationFormSchema.shape;

/** A number that JSON holds exactly, or any other in decimal digits. */
const seedSchema = z
  .union([z.number().int().min(0), z.string().regex(/^\d{1,19}$/, 'A seed is a whole number.')])
  .describe('The first picture’s seed; each further one counts up. Left out, it is drawn.');

const inputs = generationFormSchema.omit({ seed: true, size: true, live: true }).shape;

/** A request for pictures as a program sends it. What is left out is what the model does best. */
export const generationBodySchema = z
  .object({
    ...inputs,
    seed: seedSchema.optional(),
    count: z.number().int().min(1).max(MOST_AT_ONCE).default(1).describe('How many pictures.'),
    widthPx: z.number().int().optional(),
    heightPx: z.number().int().optional(),
    steps: shape.steps.removeDefault().optional(),
    guidance: shape.guidance.removeDefault().optional(),
    sampler: shape.sampler.removeDefault().optional(),
  })
  .strict();
export type GenerationBody = z.output<typeof generationBodySchema>;

interface ModelDefaults {
  id: string;
  sidePx: number;
  defaults: { steps: number; guidance: number; sampler: string };
}

/**
 * A program's request as the studio's form would send it. Throws BadRequest that names each field which the form
 * refuses, `prefix` before it.
 */
export function toForm(
  body: GenerationBody,
  models: ModelDefaults[],
  prefix: (string | number)[] = [],
): GenerationForm {
  const { seed, count, widthPx, heightPx, ...rest } = body;
  const model = models.find(({ id }) => id === body.modelId);
  if (!model)
    throw new BadRequest([
      { field: [...prefix, 'modelId'].join('.'), message: 'There is no such model here.' },
    ]);
  const told = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const form = generationFormSchema.safeParse({
    ...model.defaults,
    ...told,
    size: `${widthPx ?? model.sidePx}x${heightPx ?? model.sidePx}`,
    ...(seed !== undefined && { seed: String(seed) }),
  });
  if (!form.success) throw new BadRequest(faultsOf(form.error, prefix).map(nameSides));
  if (form.data.seed !== undefined && form.data.seed + BigInt(count - 1) > MAX_SEED)
    throw new BadRequest([
      { field: [...prefix, 'seed'].join('.'), message: 'This seed is too large.' },
    ]);
  return form.data;
}

function nameSides({ field, message }: FieldFault): FieldFault {
  return { field: field.replace(/size$/, 'widthPx'), message };
}
