import { z } from 'zod';

/** One student's review of another's work. */
export const peerFormSchema = z.object({
  reviewId: z.string().uuid(),
  /** The chosen level of each criterion, by its id. */
  levels: z.record(z.string().uuid(), z.string().uuid()).default({}),
  comment: z
    .string({ required_error: 'Write what works and what you would try next.' })
    .trim()
    .min(10, 'Write what works and what you would try next.')
    .max(2000, 'At most 2,000 characters.'),
});

export type PeerForm = z.output<typeof peerFormSchema>;
