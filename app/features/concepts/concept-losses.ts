import { z } from 'zod';

const losses = z.array(z.object({ step: z.number().int(), loss: z.number() })).default([]);

/** How far off the model was: at each step, and on the picture that is kept back. */
const conceptLossesSchema = z.object({ losses, checks: losses });
export type ConceptLosses = z.infer<typeof conceptLossesSchema>;

/** Reads the column. */
export function readConceptLosses(column: unknown): ConceptLosses {
  return conceptLossesSchema.parse(column);
}
