import { UserError } from '#app/platform/user-error.ts';
import type { Prisma, User } from '#prisma/generated/client.ts';
import { foldUsername } from './account-fields.ts';

/**
 * Makes a teacher's account within the caller's transaction. Throws a UserError that names the field where the
 * username is taken.
 */
export async function createTeacher(
  transaction: Prisma.TransactionClient,
  account: { username: string; displayName: string; passwordHash: string; isDemo: boolean },
): Promise<User> {
  const username = foldUsername(account.username);
  if (await transaction.user.findUnique({ where: { username } }))
    throw new UserError('This username is taken. Try another one.', { field: 'username' });
  return transaction.user.create({ data: { ...account, role: 'teacher', username } });
}
