import { z } from 'zod';
import { passwordField, usernameField } from './account-fields.ts';

export const signInFormSchema = z.object({
  username: usernameField,
  password: passwordField,
});

export type SignInForm = z.output<typeof signInFormSchema>;

/** One click, only while the demo is open. */
export const demoFormSchema = z.object({ username: usernameField });

/** Where to go after signing in: a path of this site, never another address. */
export function readNextPath(request: Request): string {
  const next = new URL(request.url).searchParams.get('next') ?? '/';
  const origin = 'http://here.invalid';
  const url = URL.canParse(next, origin) ? new URL(next, origin) : null;
  return url?.origin === origin ? url.pathname + url.search : '/';
}
