import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';

/**
 * Sets for how long the work of a teacher's class is kept, and starts the clock anew today. Throws a 404 response
 * for a class that is not theirs.
 */
export async function setRetention(options: {
  teacherId: string;
  classId: string;
  keepDays: number | null;
}): Promise<void> {
  const { teacherId, classId, keepDays } = options;
  await db.$transaction(async (transaction) => {
    const { count } = await transaction.class.updateMany({
      where: { id: classId, ...taughtBy(teacherId) },
      data: { keepDays, keepSince: new Date() },
    });
    if (count === 0) throw new Response(null, { status: 404 });
    await writeAuditEntry(transaction, {
      actorId: teacherId,
      classId,
      action: 'retention.set',
      subject: classId,
      detail: { keepDays },
    });
  });
}
