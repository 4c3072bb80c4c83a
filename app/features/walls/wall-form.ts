import { z } from 'zod';

/** What a teacher does on the class's live wall. */
export const wallFormSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('pause') }),
  z.object({ intent: z.literal('go-on') }),
  z.object({
    intent: z.literal('spotlight'),
    pictureId: z.string().uuid(),
    /** Left out, nobody learns whose picture it is. */
    named: z.enum(['on']).optional(),
  }),
  z.object({ intent: z.literal('spotlight-off') }),
]);

export type WallForm = z.output<typeof wallFormSchema>;
