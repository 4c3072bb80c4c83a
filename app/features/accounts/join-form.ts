import { z } from 'zod';
import { joinCodeField } from '#app/features/classes/join-code.ts';
import { studentPasswordField, usernameField } from './account-fields.ts';

/** What a new student sends; someone who is signed in sends the code alone. */
export const joinFormSchema = z.object({
  code: joinCodeField,
  username: usernameField,
  password: studentPasswordField,
});

export const joinAgainFormSchema = joinFormSchema.pick({ code: true });

export type JoinForm = z.output<typeof joinFormSchema>;
