import { z } from 'zod';

/** A teacher's answer to a picture that is to go up a rung. */
export const requestFormSchema = z.object({
  requestId: z.string().uuid(),
  intent: z.enum(['approve', 'refuse']),
  reason: z.string().trim().max(300, 'A reason has at most 300 characters.').default(''),
});

export type RequestForm = z.output<typeof requestFormSchema>;
