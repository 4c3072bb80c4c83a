import { z } from 'zod';
import { CONCEPT_KINDS } from './concept-record.ts';

export const nameSchema = z
  .string({ required_error: 'Give it a name.' })
  .trim()
  .toLowerCase()
  .min(3, 'At least 3 letters.')
  .max(24, 'At most 24 letters.')
  .regex(/^[a-z][a-z0-9-]*$/, 'Letters a to z, digits and hyphens, beginning with a letter.');

/** What a new word or style begins with. */
export const conceptFormSchema = z.object({
  kind: z.enum(CONCEPT_KINDS).default('word'),
  name: nameSchema,
  /** A word of the model's that comes close; a style needs none. */
  startWord: z.string().trim().max(40, 'One word.').default(''),
  modelId: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/i, 'No such model.')
    .default('starter'),
});
export type ConceptForm = z.output<typeof conceptFormSchema>;

const captionSchema = z.string().trim().max(200, 'At most 200 letters.').default('');
const pictureId = z.string().uuid();

/** What a concept's page sends: one of the things to do with it. */
export const conceptActionSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('add-picture'), pictureId }),
  z.object({ intent: z.literal('remove-picture'), pictureId }),
  z.object({ intent: z.literal('caption'), pictureId, caption: captionSchema }),
  z.object({
    intent: z.literal('train'),
    /** Nobody's face: said by the person who asks, since no gate of Easel's sees it. */
    noFaces: z.literal('on', {
      errorMap: () => ({ message: 'Say first that no picture shows a person’s face.' }),
    }),
    tooLong: z.literal('on').optional(),
  }),
  z.object({ intent: z.literal('resume') }),
  z.object({ intent: z.literal('stop') }),
  z.object({ intent: z.literal('share') }),
  z.object({ intent: z.literal('unshare') }),
  z.object({ intent: z.literal('delete') }),
]);
export type ConceptAction = z.output<typeof conceptActionSchema>;
