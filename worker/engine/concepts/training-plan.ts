import { z } from 'zod';
import { rgbImageSchema } from '../contract/request.ts';

export const CONCEPT_KINDS = ['word', 'style'] as const;

/** Everything that decides what is learned: the same plan learns the same. */
export const trainingPlanSchema = z.object({
  /** A word gets vectors of its own, a style changes how everything is drawn. */
  kind: z.enum(CONCEPT_KINDS),
  /** How a prompt writes it: `<name>`. */
  name: z.string().min(1),
  examples: z
    .array(
      z.object({
        image: rgbImageSchema,
        /**
         * Of a word: what is in the picture besides the thing, so that the word need not learn it
         * ("on a beach, at night"); of a style: what the picture shows ("a cat").
         */
        caption: z.string(),
      }),
    )
    .min(1),
  /** A word of the model's that a new word starts from, such as "cat" for a lion. */
  startWord: z.string(),
  /** How many vectors the word has. */
  vectors: z.number().int().min(1),
  seed: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1),
  steps: z.number().int().min(1),
  learningRate: z.number().positive(),
  /** Off: the training goes on to its end, however far it wanders from what it should learn. */
  stopsEarly: z.boolean(),
});
export type TrainingPlan = z.infer<typeof trainingPlanSchema>;
