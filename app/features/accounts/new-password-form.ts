import { z } from 'zod';
import { joinCodeField } from '#app/features/classes/join-code.ts';
import { studentPasswordField, usernameField } from './account-fields.ts';

/** A student's new start with the one-time code that the teacher read out. */
export const newPasswordFormSchema = z.object({
  username: usernameField,
  code: joinCodeField,
  password: studentPasswordField,
});

export type NewPasswordForm = z.output<typeof newPasswordFormSchema>;
