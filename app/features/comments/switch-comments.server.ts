import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';

/**
 * Lets a class write under each other's pictures, or ends it: what was written stays and is hidden. Throws a 404
 * response for a class that is not the teacher's.
 */
export async function switchComments(options: {
  teacherId: string;
  classId: string;
  isOn: boolean;
}): Promise<void> {
  const { teacherId, classId, isOn } = options;
  await db.$transaction(async (transaction) => {
    const found = await transaction.class.findFirst({
      where: { id: classId, ...taughtBy(teacherId) },
      select: { id: true },
    });
    if (!found) throw new Response(null, { status: 404 });
    await transaction.classRules.upsert({
      where: { classId_lessonSlug: { classId, lessonSlug: '' } },
      create: { classId, lessonSlug: '', commentsOn: isOn },
      update: { commentsOn: isOn },
    });
    await writeAuditEntry(transaction, {
      actorId: teacherId,
      classId,
      action: isOn ? 'comments.on' : 'comments.off',
      subject: classId,
    });
  });
}
