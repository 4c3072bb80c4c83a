import { db } from '#app/platform/db.server.ts';
import { limitFailures } from '#app/platform/rate-limit.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { foldUsername } from './account-fields.ts';
import { isDemoOpen } from './demo-mode.server.ts';
import { spendOneTimeToken } from './one-time-link.server.ts';
import { hashPassword } from './password.server.ts';
import { startUserSession } from './start-user-session.server.ts';
import type { NewPasswordForm } from './new-password-form.ts';

/**
 * Sets a student's new password by the teacher's one-time code and returns the `Set-Cookie` header. Throws
 * a UserError where code and username do not belong together, or TooManyTriesError.
 */
export async function chooseNewPassword(options: {
  request: Request;
  address: string;
  form: NewPasswordForm;
}): Promise<string> {
  const { request, address, form } = options;
  const username = foldUsername(form.username);
  const passwordHash = await hashPassword(form.password);
  const isDemo = await isDemoOpen();
  const user = await limitFailures({ address, username }, () =>
    db.$transaction(async (transaction) => {
      const found = await transaction.user.findUnique({ where: { username, isDemo } });
      const purpose = 'sign-in-reset';
      if (!found) return null;
      const good = await spendOneTimeToken(transaction, {
        purpose,
        token: form.code,
        userId: found.id,
      });
      if (!good) return null;
      return transaction.user.update({ where: { id: found.id }, data: { passwordHash } });
    }),
  );
  if (!user)
    throw new UserError('This code does not fit the username, or was used. Ask for a new one.', {
      field: 'code',
    });
  return startUserSession({ request, user });
}
