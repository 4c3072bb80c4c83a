import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { db } from '#app/platform/db.server.ts';

/**
 * Closes the teacher's class or opens it again. An archived class stays readable for its teachers; nobody
 * joins it or makes pictures in it.
 */
export async function archiveClass(options: {
  teacherId: string;
  classId: string;
  archived: boolean;
}): Promise<void> {
  const { teacherId, classId, archived } = options;
  await db.$transaction(async (transaction) => {
    const changed = await transaction.class.updateMany({
      where: { id: classId, ...taughtBy(teacherId) },
      data: archived
        ? { archivedAt: new Date() }
        : { archivedAt: null, purgedAt: null, keepSince: new Date() },
    });
    if (changed.count === 0) throw new Response(null, { status: 404 });
    await writeAuditEntry(transaction, {
      actorId: teacherId,
      classId,
      action: archived ? 'class.archived' : 'class.reopened',
      subject: classId,
    });
  });
}
