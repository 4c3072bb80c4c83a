import { z } from 'zod';
import {
  DIALECTS,
  MAX_SEED,
  SAMPLER_IDS,
  SCHEDULES,
  isPlainText,
} from '#worker/engine/contract/request.ts';
import { blankAsUnset, pictureInputsShape } from './picture-inputs-form.ts';

const seedSchema = z.preprocess(
  blankAsUnset,
  z
    .string()
    .regex(/^\d{1,19}$/, 'A seed is a whole number, 0 or more.')
    .transform(BigInt)
    .refine((seed) => seed <= MAX_SEED, 'This seed is too large.')
    .optional(),
);

const sizeSchema = z
  .string()
  .regex(/^\d{2,4}x\d{2,4}$/, 'A size looks like 128x128.')
  .transform((text) => {
    const [widthPx, heightPx] = text.split('x').map(Number) as [number, number];
    return { widthPx, heightPx };
  })
  .refine(
    ({ widthPx, heightPx }) => widthPx % 8 === 0 && heightPx % 8 === 0,
    'Width and height must be divisible by 8.',
  )
  .refine(
    ({ widthPx, heightPx }) =>
      Math.min(widthPx, heightPx) >= 64 && Math.max(widthPx, heightPx) <= 1024,
    'Width and height are between 64 and 1024 pixels.',
  );

/** What the studio and a lesson's generate step send. A seed left out is drawn by the server. */
export const generationFormSchema = z.object({
  prompt: z
    .string({ required_error: 'Write a prompt first.' })
    .trim()
    .min(1, 'Write a prompt first.')
    .max(4000, 'A prompt is at most 4,000 characters long.')
    .refine(isPlainText, 'A prompt can’t hold control characters.'),
  negativePrompt: z
    .string()
    .trim()
    .max(4000, 'A negative prompt is at most 4,000 characters long.')
    .refine(isPlainText, 'A negative prompt can’t hold control characters.')
    .default(''),
  dialect: z.enum(DIALECTS).default('classroom'),
  seed: seedSchema,
  steps: z.coerce
    .number()
    .int()
    .min(1, 'At least 1 step.')
    .max(100, 'At most 100 steps.')
    .default(20),
  guidance: z.coerce.number().min(0, 'At least 0.').max(30, 'At most 30.').default(4),
  sampler: z.enum(SAMPLER_IDS).default('dpmpp-2m'),
  schedule: z.enum(SCHEDULES).default('default'),
  size: sizeSchema.default('128x128'),
  modelId: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/i, 'No such model.')
    .default('starter'),
  /** The picture whose settings these started from. */
  parentId: z.preprocess(blankAsUnset, z.string().uuid().optional()),
  ...pictureInputsShape,
  /** Drawn while somebody types: it takes the place of the one that they typed before. */
  live: z.preprocess(blankAsUnset, z.literal('on').optional()),
});

export type GenerationForm = z.output<typeof generationFormSchema>;
