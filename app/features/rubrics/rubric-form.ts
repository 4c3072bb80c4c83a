import { z } from 'zod';

const id = z.string().uuid().optional();

const levelSchema = z.object({
  /** None for a new level. */
  id,
  name: z
    .string({ required_error: 'Name the level.' })
    .trim()
    .min(1, 'Name the level.')
    .max(60, 'At most 60 characters.'),
  points: z.coerce
    .number({ message: 'Points are a whole number from 0 to 100.' })
    .int('Points are a whole number from 0 to 100.')
    .min(0, 'Points are a whole number from 0 to 100.')
    .max(100, 'Points are a whole number from 0 to 100.'),
});

const criterionSchema = z.object({
  id,
  name: z
    .string({ required_error: 'Name the criterion.' })
    .trim()
    .min(1, 'Name the criterion.')
    .max(80, 'At most 80 characters.'),
  description: z.string().trim().max(400, 'At most 400 characters.').default(''),
  // Number keys choose a level, so there are nine at most.
  levels: z
    .array(levelSchema)
    .min(2, 'A criterion has two levels or more.')
    .max(9, 'A criterion has at most nine levels.'),
});

/** A rubric as its editor sends it, whole. */
export const rubricFormSchema = z.object({
  revision: z.coerce.number().int(),
  criteria: z.array(criterionSchema).max(10, 'A rubric has at most ten criteria.').default([]),
});

export type RubricForm = z.output<typeof rubricFormSchema>;
export type CriterionForm = RubricForm['criteria'][number];
