import { z } from 'zod';
import { isPlainText } from '#worker/engine/contract/request.ts';

/** So many pictures get ten judgements each from a class of thirty with ten pairs a student. */
export const MOST_PICTURES = 60;
const FEWEST_PICTURES = 3;

/** Setting up blind pairs over some of the class's pictures. */
export const exerciseFormSchema = z.object({
  question: z
    .string({ required_error: 'Ask a question.' })
    .trim()
    .min(1, 'Ask a question.')
    .max(200, 'A question has at most 200 characters.'),
  pairs: z.coerce
    .number({ message: 'From 1 to 20 pairs.' })
    .int('From 1 to 20 pairs.')
    .min(1, 'From 1 to 20 pairs.')
    .max(20, 'From 1 to 20 pairs.')
    .default(5),
  asksWhy: z.coerce.boolean().default(false),
  pictures: z
    .array(z.string().uuid())
    .min(FEWEST_PICTURES, `Choose ${FEWEST_PICTURES} pictures or more.`)
    .max(MOST_PICTURES, `Choose at most ${MOST_PICTURES} pictures.`)
    .transform((ids) => [...new Set(ids)]),
});

export type ExerciseForm = z.output<typeof exerciseFormSchema>;

/** A student's vote on the pair in front of them, or their reason for one that they have judged. */
export const judgementFormSchema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('judge'),
    judgementId: z.string().uuid(),
    verdict: z.enum(['left', 'right', 'tie', 'bothBad'], { message: 'Choose one of the four.' }),
  }),
  z.object({
    intent: z.literal('explain'),
    judgementId: z.string().uuid(),
    reason: z
      .string()
      .trim()
      .max(300, 'At most 300 characters.')
      .refine(isPlainText, 'A reason can’t hold control characters.')
      .default(''),
  }),
]);

export type JudgementForm = z.output<typeof judgementFormSchema>;
