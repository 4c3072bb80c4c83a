import { z } from 'zod';
import { MAX_PICTURES } from './assignment-form.ts';

const work = {
  text: z.string().max(10_000, 'At most 10,000 characters.').default(''),
  pictures: z
    .array(z.string().uuid())
    .max(MAX_PICTURES, `At most ${MAX_PICTURES} pictures.`)
    .default([]),
  /** The draft that the page was showing; another window may have saved since. */
  draftRevision: z.coerce.number().int().min(0),
};

/** What a student does with their work: save it, turn it in, take it back. */
export const submissionFormSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('save'), ...work }),
  z.object({
    intent: z.literal('turn-in'),
    ...work,
    /** The version of the assignment that the student has read. */
    version: z.coerce.number().int(),
  }),
  z.object({ intent: z.literal('take-back'), from: z.enum(['turnedIn', 'returned']) }),
]);

export type SubmissionForm = z.output<typeof submissionFormSchema>;
export type DraftForm = Pick<
  Extract<SubmissionForm, { intent: 'save' }>,
  'text' | 'pictures' | 'draftRevision'
>;
