import { z } from 'zod';

/** A name to sign in with; upper and lower case are the same. */
export const usernameField = z
  .string({ required_error: 'Write your username.' })
  .trim()
  .transform((text) => text.normalize('NFKC'))
  .pipe(
    z
      .string()
      .min(3, 'A username has at least 3 characters.')
      .max(32, 'A username has at most 32 characters.')
      .regex(/^[\p{L}\p{N}._-]+$/u, 'A username has letters, digits, dots and dashes; no spaces.'),
  );

/** How a username is stored and looked up. */
export function foldUsername(username: string): string {
  return username.normalize('NFKC').toLowerCase();
}

const MAX_PASSWORD = 200;

/** A password to check, not to choose. */
export const passwordField = z
  .string({ required_error: 'Write your password.' })
  .max(MAX_PASSWORD, 'A password has at most 200 characters.');

export const studentPasswordField = newPasswordField(8);
export const teacherPasswordField = newPasswordField(12);

function newPasswordField(minLength: number) {
  return z
    .string({ required_error: 'Choose a password.' })
    .min(
      minLength,
      `A password has at least ${minLength} characters. Three words are easy to remember.`,
    )
    .max(MAX_PASSWORD, 'A password has at most 200 characters.');
}
