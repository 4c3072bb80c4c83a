import { newJoinCode } from '#app/features/classes/new-join-code.server.ts';
import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { foldUsername } from './account-fields.ts';
import { isDemoSite } from './demo-mode.server.ts';
import { spendOneTimeToken } from './one-time-link.server.ts';
import { hashPassword } from './password.server.ts';
import { startUserSession } from './start-user-session.server.ts';
import type { SetupForm } from './setup-form.ts';

/**
 * Makes the first admin and their first class with the link that the first start printed, and returns the
 * `Set-Cookie` header. Throws a UserError where the link is used, too old, or the demo mode is on.
 */
export async function createFirstAdmin(options: {
  request: Request;
  form: SetupForm;
}): Promise<string> {
  const { request, form } = options;
  if (isDemoSite())
    throw new UserError('The demo mode is on. Start Easel without it to make real accounts.');
  const passwordHash = await hashPassword(form.password);
  const username = foldUsername(form.username);
  const user = await db.$transaction(async (transaction) => {
    const good = await spendOneTimeToken(transaction, {
      purpose: 'first-admin',
      token: form.token,
      userId: null,
    });
    if (!good)
      throw new UserError('This link is used or too old. Start Easel again to get a new one.');
    if (await transaction.user.findUnique({ where: { username } }))
      throw new UserError('This username is taken. Try another one.', { field: 'username' });
    const admin = await transaction.user.create({
      data: { role: 'admin', username, displayName: form.displayName, passwordHash },
    });
    await transaction.class.create({
      data: {
        name: form.className,
        ...newJoinCode(),
        memberships: { create: { userId: admin.id, role: 'teacher' } },
      },
    });
    await writeAuditEntry(transaction, {
      actorId: admin.id,
      action: 'admin.created',
      subject: admin.id,
    });
    return admin;
  });
  return startUserSession({ request, user });
}
