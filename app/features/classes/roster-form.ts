import { z } from 'zod';

const MAX_CHARACTERS = 100_000;

/** Looking at what a roster would do, or doing it. */
export const rosterFormSchema = z.object({
  intent: z.enum(['preview', 'import']),
  roster: z
    .string({ required_error: 'Paste the names first.' })
    .max(MAX_CHARACTERS, 'A roster has at most 100,000 characters.'),
});
