import { drawCode } from '#app/features/classes/join-code.ts';
import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { db } from '#app/platform/db.server.ts';
import { forgetFailures } from '#app/platform/rate-limit.server.ts';
import { endAllSessions } from '#app/platform/sessions.server.ts';
import { addOneTimeToken } from './one-time-link.server.ts';

const CODE_LIFETIME_S = 24 * 3600;

/**
 * Takes a student's password away, signs them out, and returns a one-time code with which they choose a new
 * one. Throws a 404 response where the student is not in a class of this teacher.
 */
export async function resetSignIn(options: {
  teacherId: string;
  classId: string;
  studentId: string;
}): Promise<string> {
  const { teacherId, classId, studentId } = options;
  const student = await db.user.findFirst({
    where: {
      id: studentId,
      role: 'student',
      memberships: {
        some: {
          classId,
          role: 'student',
          removedAt: null,
          class: { memberships: { some: { userId: teacherId, role: 'teacher', removedAt: null } } },
        },
      },
    },
  });
  if (!student) throw new Response(null, { status: 404 });
  const code = drawCode();
  await db.$transaction(async (transaction) => {
    await addOneTimeToken(transaction, {
      purpose: 'sign-in-reset',
      token: code,
      userId: student.id,
      lifetimeS: CODE_LIFETIME_S,
    });
    await transaction.user.update({ where: { id: student.id }, data: { passwordHash: null } });
    await writeAuditEntry(transaction, {
      actorId: teacherId,
      classId,
      action: 'sign-in.reset',
      subject: student.id,
    });
  });
  await endAllSessions(student.id);
  await forgetFailures('username', student.username);
  return code;
}
