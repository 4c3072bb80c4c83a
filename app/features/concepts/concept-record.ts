import { z } from 'zod';

export const CONCEPT_KINDS = ['word', 'style'] as const;
export type ConceptKind = (typeof CONCEPT_KINDS)[number];

/** A word or style that a picture was asked for with, as the log keeps it; its file is a stored one. */
const conceptRecordSchema = z.object({
  conceptId: z.string(),
  name: z.string(),
  kind: z.enum(CONCEPT_KINDS),
  sha256: z.string(),
  strength: z.number(),
});
export type ConceptRecord = z.infer<typeof conceptRecordSchema>;

/** Reads the log's column. */
export function readConcepts(concepts: unknown): ConceptRecord[] {
  return z.array(conceptRecordSchema).parse(concepts);
}
