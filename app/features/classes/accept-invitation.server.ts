import { createTeacher } from '#app/features/accounts/create-teacher.server.ts';
import { isDemoOpen } from '#app/features/accounts/demo-mode.server.ts';
import type { SignedInUser } from '#app/features/accounts/find-user.server.ts';
import {
  isTokenGood,
  spendOneTimeToken,
  teachPurpose,
} from '#app/features/accounts/one-time-link.server.ts';
import { hashPassword } from '#app/features/accounts/password.server.ts';
import { startUserSession } from '#app/features/accounts/start-user-session.server.ts';
import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { NewTeacherForm } from './invitation-form.ts';

const NOT_GOOD = 'This invitation is used or too old. Ask for a new one.';

/** The class that an invitation is for, or null where the invitation is not good. */
export async function findInvitation(options: {
  classId: string;
  token: string;
}): Promise<{ name: string } | null> {
  const { classId, token } = options;
  if (!(await isTokenGood(teachPurpose(classId), token))) return null;
  return db.class.findUnique({ where: { id: classId }, select: { name: true } });
}

/** Makes a signed-in teacher a teacher of the class too. Throws a UserError for a student or a used link. */
export async function acceptInvitation(options: {
  user: SignedInUser;
  classId: string;
  token: string;
}): Promise<void> {
  const { user, classId, token } = options;
  if (user.role === 'student') throw new UserError('Only a teacher can take this invitation.');
  await db.$transaction((transaction) =>
    takePlace(transaction, { userId: user.id, isDemo: user.isDemo, classId, token }),
  );
}

/**
 * Makes a new teacher's account and their place in the class, and returns the `Set-Cookie` header. Throws a
 * UserError for a used link or a taken username.
 */
export async function acceptAsNewTeacher(options: {
  request: Request;
  classId: string;
  form: NewTeacherForm;
}): Promise<string> {
  const { request, classId, form } = options;
  const { token, username, displayName } = form;
  const isDemo = await isDemoOpen();
  const passwordHash = await hashPassword(form.password);
  const user = await db.$transaction(async (transaction) => {
    const account = { username, displayName, passwordHash, isDemo };
    const made = await createTeacher(transaction, account);
    await takePlace(transaction, { userId: made.id, isDemo, classId, token });
    return made;
  });
  return startUserSession({ request, user });
}

async function takePlace(
  transaction: Prisma.TransactionClient,
  place: { userId: string; isDemo: boolean; classId: string; token: string },
): Promise<void> {
  const { userId, isDemo, classId, token } = place;
  const purpose = teachPurpose(classId);
  const good = await spendOneTimeToken(transaction, { purpose, token, userId: null });
  // Made-up and real people never share a class.
  const open = await transaction.class.findFirst({
    where: {
      id: classId,
      archivedAt: null,
      memberships: { some: { role: 'teacher', removedAt: null, user: { isDemo } } },
    },
  });
  if (!good || !open) throw new UserError(NOT_GOOD);
  const key = { classId, userId };
  await transaction.membership.upsert({
    where: { classId_userId: key },
    create: { ...key, role: 'teacher' },
    update: { role: 'teacher', removedAt: null },
  });
  await writeAuditEntry(transaction, {
    actorId: userId,
    classId,
    action: 'teacher.joined',
    subject: userId,
  });
}
