import { findClassToJoin } from '#app/features/classes/find-class-to-join.server.ts';
import { db } from '#app/platform/db.server.ts';
import { limitFailures } from '#app/platform/rate-limit.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { Prisma } from '#prisma/generated/client.ts';
import { foldUsername } from './account-fields.ts';
import { isDemoOpen } from './demo-mode.server.ts';
import { hashPassword } from './password.server.ts';
import { startUserSession } from './start-user-session.server.ts';
import type { SignedInUser } from './find-user.server.ts';
import type { JoinForm } from './join-form.ts';

/**
 * Makes a student's account in the class of the code and returns the `Set-Cookie` header. Throws a
 * UserError for a code that opens nothing or a taken username, or TooManyTriesError after wrong codes.
 */
export async function joinClass(options: {
  request: Request;
  address: string;
  form: JoinForm;
}): Promise<string> {
  const { request, address, form } = options;
  const isDemo = await isDemoOpen();
  const classId = await requireOpenClass({ address, code: form.code, isDemo });
  const passwordHash = await hashPassword(form.password);
  const user = await db.user
    .create({
      data: {
        role: 'student',
        username: foldUsername(form.username),
        displayName: form.username,
        passwordHash,
        isDemo,
        memberships: { create: { classId, role: 'student' } },
      },
    })
    .catch((error: unknown) => {
      if (!isTaken(error)) throw error;
      throw new UserError('This username is taken. Try another one.', { field: 'username' });
    });
  return startUserSession({ request, user });
}

/** Adds a class to a student who is signed in. A student whom a teacher removed can't come back by code. */
export async function joinAnotherClass(options: {
  user: SignedInUser;
  address: string;
  code: string;
}): Promise<void> {
  const { user, address, code } = options;
  if (user.role !== 'student')
    throw new UserError('Only students join with a code.', { field: 'code' });
  const classId = await requireOpenClass({ address, code, isDemo: user.isDemo });
  const key = { classId, userId: user.id };
  const membership = await db.membership.findUnique({ where: { classId_userId: key } });
  if (membership?.removedAt)
    throw new UserError('You are no longer in this class. Ask your teacher.', { field: 'code' });
  if (!membership) await db.membership.create({ data: { ...key, role: 'student' } });
}

async function requireOpenClass(options: {
  address: string;
  code: string;
  isDemo: boolean;
}): Promise<string> {
  const { address, code, isDemo } = options;
  const found = await limitFailures({ address }, () => findClassToJoin({ code, isDemo }));
  if (!found)
    throw new UserError('No class is open under this code. Ask your teacher for a new one.', {
      field: 'code',
    });
  return found.id;
}

function isTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}
