import { z } from 'zod';

export const DECISIONS = ['approve', 'keep-held', 'remove'] as const;
export type Decision = (typeof DECISIONS)[number];

/** A teacher's answer to a held picture, a flag, or a student who asked for a review. */
export const decisionFormSchema = z
  .object({
    generationId: z.string().uuid(),
    decision: z.enum(DECISIONS),
    reason: z.string().trim().max(300, 'A reason has at most 300 characters.').default(''),
  })
  .refine(({ decision, reason }) => decision !== 'remove' || reason !== '', {
    path: ['reason'],
    message: 'Say why the picture is removed.',
  });

export type DecisionForm = z.output<typeof decisionFormSchema>;

/** What somebody writes who thinks that a picture should not be here. */
export const flagFormSchema = z.object({
  reason: z.string().trim().max(300, 'A reason has at most 300 characters.').default(''),
});
