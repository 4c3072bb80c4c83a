import { z } from 'zod';

/** Deleting asks for the username again: it can't be taken back. */
export const deleteStudentSchema = z.object({
  username: z.string({ required_error: 'Write the username.' }).trim().toLowerCase(),
});
