import { z } from 'zod';
import { pictureSchema, scoresSchema } from './verdict.ts';

/** What the gate sends to the classifier's process. */
export const requestSchema = z.object({ id: z.number().int(), picture: pictureSchema });

/** What the classifier's process sends back. */
export const replySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('not-ready'), detail: z.string() }),
  z.object({ kind: z.literal('scores'), id: z.number().int(), scores: scoresSchema }),
  z.object({ kind: z.literal('failed'), id: z.number().int(), detail: z.string() }),
]);

export type Reply = z.infer<typeof replySchema>;
