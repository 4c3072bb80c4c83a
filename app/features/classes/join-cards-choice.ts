import { z } from 'zod';

export const MOST_CARDS = 60;

/** Cards to join with, or one for each student of the class; what can't be read is the usual. */
export const joinCardsChoiceSchema = z.object({
  kind: z.enum(['join', 'students']).catch('join'),
  count: z.coerce.number().int().min(1).max(MOST_CARDS).catch(30),
});

export type JoinCardsChoice = z.output<typeof joinCardsChoiceSchema>;
