import { randomBytes } from 'node:crypto';
import { addOneTimeToken, teachPurpose } from '#app/features/accounts/one-time-link.server.ts';
import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { db } from '#app/platform/db.server.ts';

const INVITATION_LIFETIME_S = 7 * 24 * 3600;

/**
 * Makes the link by which one more teacher comes to the teacher's class, as a path of this site. It works
 * once; each call ends the link before.
 */
export async function inviteTeacher(options: {
  teacherId: string;
  classId: string;
}): Promise<string> {
  const { teacherId, classId } = options;
  const token = randomBytes(24).toString('base64url');
  await db.$transaction(async (transaction) => {
    const found = await transaction.class.findFirst({
      where: { id: classId, ...taughtBy(teacherId), archivedAt: null },
    });
    if (!found) throw new Response(null, { status: 404 });
    await addOneTimeToken(transaction, {
      purpose: teachPurpose(classId),
      token,
      userId: null,
      lifetimeS: INVITATION_LIFETIME_S,
    });
    await writeAuditEntry(transaction, {
      actorId: teacherId,
      classId,
      action: 'teacher.invited',
      subject: classId,
    });
  });
  return `/classes/${classId}/invitation?token=${token}`;
}
