import { randomUUID } from 'node:crypto';
import { addOneTimeToken } from '#app/features/accounts/one-time-link.server.ts';
import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { drawCode } from './join-code.ts';
import { previewRoster } from './preview-roster.server.ts';

/** How a new student signs in for the first time; shown once. */
export interface FirstSignIn {
  displayName: string;
  username: string;
  code: string;
}

const CODE_LIFETIME_S = 14 * 24 * 3600;

/**
 * Makes an account for each line of a roster, all of them or none, each with a one-time code to choose a
 * password with. Throws a UserError while any line has a fault.
 */
export async function importRoster(options: {
  teacherId: string;
  classId: string;
  text: string;
}): Promise<FirstSignIn[]> {
  const { teacherId, classId } = options;
  const { lines, error } = await previewRoster(options);
  if (error) throw new UserError(error);
  const faulty = lines.find((line) => line.error);
  if (faulty) throw new UserError(`Line ${faulty.line}: ${faulty.error}`);
  const students = lines.map(({ displayName, username }) => ({
    id: randomUUID(),
    displayName,
    username,
    code: drawCode(),
  }));
  await db.$transaction(async (transaction) => {
    const teacher = await transaction.user.findFirst({
      where: { id: teacherId, memberships: { some: { classId, class: taughtBy(teacherId) } } },
    });
    if (!teacher) throw new Response(null, { status: 404 });
    await transaction.user.createMany({
      data: students.map(({ id, displayName, username }) => ({
        id,
        displayName,
        username,
        role: 'student' as const,
        isDemo: teacher.isDemo,
      })),
    });
    await transaction.membership.createMany({
      data: students.map(({ id }) => ({ classId, userId: id, role: 'student' as const })),
    });
    for (const { id, code } of students)
      await addOneTimeToken(transaction, {
        purpose: 'sign-in-reset',
        token: code,
        userId: id,
        lifetimeS: CODE_LIFETIME_S,
      });
    await writeAuditEntry(transaction, {
      actorId: teacherId,
      classId,
      action: 'roster.imported',
      subject: classId,
      detail: { students: students.length },
    });
  });
  return students.map(({ displayName, username, code }) => ({ displayName, username, code }));
}
