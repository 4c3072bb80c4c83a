import { z } from 'zod';
import { classNameField } from '#app/features/classes/class-form.ts';
import { teacherPasswordField, usernameField } from './account-fields.ts';

/** The first admin's account and first class. */
export const setupFormSchema = z.object({
  token: z.string({ required_error: 'This link is not whole.' }).max(200),
  displayName: z
    .string({ required_error: 'Write the name that your students know you by.' })
    .trim()
    .min(1, 'Write the name that your students know you by.')
    .max(60, 'A name has at most 60 characters.'),
  username: usernameField,
  password: teacherPasswordField,
  className: classNameField,
});

export type SetupForm = z.output<typeof setupFormSchema>;
