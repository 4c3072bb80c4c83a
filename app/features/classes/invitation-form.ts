import type { z } from 'zod';
import { setupFormSchema } from '#app/features/accounts/setup-form.ts';

/** A new teacher's account; someone who is signed in sends the token alone. */
export const newTeacherFormSchema = setupFormSchema.omit({ className: true });

export const acceptFormSchema = newTeacherFormSchema.pick({ token: true });

export type NewTeacherForm = z.output<typeof newTeacherFormSchema>;
