import { db } from '#app/platform/db.server.ts';
import { limitFailures } from '#app/platform/rate-limit.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { foldUsername } from './account-fields.ts';
import { isDemoOpen } from './demo-mode.server.ts';
import { verifyPassword } from './password.server.ts';
import { startUserSession } from './start-user-session.server.ts';
import type { SignInForm } from './sign-in-form.ts';

/**
 * Signs in with a username and a password and returns the `Set-Cookie` header. Throws a UserError that does
 * not say which of the two is wrong, or TooManyTriesError.
 */
export async function signIn(options: {
  request: Request;
  address: string;
  form: SignInForm;
}): Promise<string> {
  const { request, address, form } = options;
  const username = foldUsername(form.username);
  const user = await limitFailures({ address, username }, async () => {
    const found = await db.user.findUnique({ where: { username } });
    const fits = await verifyPassword(found?.passwordHash, form.password);
    if (!found || !fits) return null;
    return found.isDemo && !(await isDemoOpen()) ? null : found;
  });
  if (!user) throw new UserError('This username and password do not belong together.');
  return startUserSession({ request, user });
}
