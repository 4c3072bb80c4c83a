import { z } from 'zod';
import { isPlainText } from '#worker/engine/contract/request.ts';

export const MOST_LETTERS = 300;
const commentId = z.string().uuid();

/** What is done with the comments under a picture. */
export const commentFormSchema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('write'),
    text: z
      .string({ required_error: 'Write a comment first.' })
      .trim()
      .min(1, 'Write a comment first.')
      .max(MOST_LETTERS, `A comment has at most ${MOST_LETTERS} letters.`)
      .refine(isPlainText, 'A comment can’t hold control characters.'),
  }),
  z.object({ intent: z.literal('remove'), commentId }),
  z.object({ intent: z.literal('undo'), commentId }),
  z.object({ intent: z.literal('report'), commentId }),
]);
export type CommentForm = z.output<typeof commentFormSchema>;

/** A teacher's answer to a comment that was reported. */
export const commentDecisionSchema = z.object({
  commentId,
  decision: z.enum(['keep', 'remove']),
});
export type CommentDecision = z.output<typeof commentDecisionSchema>;

export const commentSwitchSchema = z.object({ intent: z.enum(['on', 'off']) });
