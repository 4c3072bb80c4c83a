import { z } from 'zod';

/** More pictures than anybody looks at; the gallery is the place for all of them. */
export const MAX_PICTURES = 12;

const time = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'Give a day and a time.')
  .refine((text) => !Number.isNaN(Date.parse(text)), 'There is no such day.')
  .or(z.literal(''))
  .default('');
const count = (most: number, sentence: string) =>
  z.coerce.number({ message: sentence }).int(sentence).min(0, sentence).max(most, sentence);
const choice = z
  .string()
  .default('')
  .transform((text) => text || null);

const fields = {
  title: z
    .string({ required_error: 'Give the assignment a title.' })
    .trim()
    .min(1, 'Give the assignment a title.')
    .max(120, 'A title has at most 120 characters.'),
  instructions: z.string().trim().max(5000, 'At most 5,000 characters.').default(''),
  lessonSlug: choice,
  groupId: choice,
  pictures: count(MAX_PICTURES, `From 0 to ${MAX_PICTURES} pictures.`).default(1),
  words: count(1000, 'From 0 to 1,000 words.').default(0),
  peerCount: count(5, 'From 0 to 5 reviews.').default(0),
  /** Times of the school, as `datetime-local` fields hold them. */
  opensAt: time,
  dueAt: time,
  cutoffAt: time,
  /** Giving it to students (at `opensAt`, or now), or keeping it to the teachers. */
  intent: z.enum(['release', 'keep']),
  /** The revision that the form was drawn with; none for a new assignment. */
  revision: z.coerce.number().int().optional(),
  /** Another assignment whose rubric the new one begins with. */
  rubricFrom: choice,
};

/** Making an assignment or changing one. */
export const assignmentFormSchema = z.object(fields).superRefine((form, context) => {
  // Times of one zone, written alike, compare as text.
  if (form.dueAt && form.opensAt > form.dueAt)
    context.addIssue({
      code: 'custom',
      path: ['dueAt'],
      message: 'It is due before it opens.',
    });
  if (form.cutoffAt && form.cutoffAt < (form.dueAt || form.opensAt))
    context.addIssue({
      code: 'custom',
      path: ['cutoffAt'],
      message: 'Nothing is taken before it is due: choose a later time.',
    });
});

export type AssignmentForm = z.output<typeof assignmentFormSchema>;

/** One student's own due date, or its end. */
export const extensionFormSchema = z.object({
  studentId: z.string().uuid('Choose a student.'),
  dueAt: time,
});
export type ExtensionForm = z.output<typeof extensionFormSchema>;
