import { z } from 'zod';

const revision = z.coerce.number().int().min(0);
const part = z.number().min(0).max(1);

/** A place on a picture, as parts of its width and height. */
export const regionSchema = z
  .object({ x: part, y: part, width: part, height: part })
  .refine(({ x, y, width, height }) => x + width <= 1.001 && y + height <= 1.001);
export type Region = z.output<typeof regionSchema>;

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'This is not a place on a picture.' });
    return z.NEVER;
  }
});

const remark = z.string().trim().max(2000, 'A remark has at most 2,000 characters.').default('');
const comment = z
  .string({ required_error: 'Write the comment first.' })
  .trim()
  .min(1, 'Write the comment first.')
  .max(2000, 'A comment has at most 2,000 characters.');

/** One thing that a grader does to a submission. */
export const gradeFormSchema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('level'),
    revision,
    criterionId: z.string().uuid(),
    /** None takes the mark away. */
    levelId: z
      .string()
      .default('')
      .transform((id) => id || null),
  }),
  z.object({
    intent: z.literal('remark'),
    revision,
    /** None for the remark on the whole. */
    criterionId: z.string().uuid().optional(),
    remark,
  }),
  z.object({ intent: z.literal('example'), revision, isExample: z.enum(['yes', 'no']) }),
  z.object({ intent: z.literal('return'), revision }),
  z.object({
    intent: z.literal('comment'),
    text: comment,
    pictureId: z.string().uuid().optional(),
    region: json.pipe(regionSchema).optional(),
    quoteStart: z.coerce.number().int().min(0).optional(),
    quoteEnd: z.coerce.number().int().min(1).optional(),
  }),
  z.object({ intent: z.literal('remove-comment'), commentId: z.string().uuid() }),
]);

export type GradeForm = z.output<typeof gradeFormSchema>;
export type GradeFormOf<Intent extends GradeForm['intent']> = Extract<
  GradeForm,
  { intent: Intent }
>;

/** A comment for the teacher's bank, or one to forget. */
export const savedCommentSchema = z.union([
  z.object({ text: comment }),
  z.object({ forget: z.string().uuid() }),
]);
