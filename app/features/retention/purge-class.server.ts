import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { listFiles } from '#app/features/files/file-references.server.ts';
import { removeUnusedFiles } from '#app/features/files/remove-unused-files.server.ts';
import { deleteStudent } from '#app/features/students/delete-student.server.ts';
import { deleteWorkWithFiles } from '#app/features/students/delete-work-with-files.server.ts';
import { db } from '#app/platform/db.server.ts';
import { listDeletion } from '#app/platform/deletions.server.ts';
import { publishLive } from '#app/platform/live.server.ts';

/**
 * Removes what everybody made in a class, with its files and jobs, and closes the class. Students who are in no
 * other class lose their accounts; others leave this one. The class, its assignments and its teachers stay. It may
 * be broken off anywhere and begun again. False where there is no such class, or nothing left to do.
 */
export async function purgeClass({ classId }: { classId: string }): Promise<boolean> {
  // From here on nobody works in it.
  const { count } = await db.class.updateMany({
    where: { id: classId, purgedAt: null },
    data: { archivedAt: new Date() },
  });
  if (count === 0) return false;
  const counts = {
    generations: await db.generation.count({ where: { classId } }),
    files: (await listFiles({ classId })).length,
    students: 0,
  };
  const members = await db.membership.findMany({ where: { classId } });
  for (const { userId, role } of members) {
    if (role === 'teacher') {
      await deleteWorkWithFiles({ userId, classId });
      continue;
    }
    counts.students += 1;
    const elsewhere = await db.membership.count({
      where: { userId, classId: { not: classId }, class: { purgedAt: null } },
    });
    if (elsewhere === 0 && (await deleteStudent({ actorId: null, studentId: userId }))) continue;
    await deleteWorkWithFiles({ userId, classId }, (transaction) =>
      transaction.membership.delete({ where: { classId_userId: { classId, userId } } }),
    );
  }
  // Whoever was never a member has left nothing, as far as anybody knows.
  const files = await listFiles({ classId });
  await db.$transaction(async (transaction) => {
    await transaction.generation.deleteMany({ where: { classId } });
    await transaction.class.update({ where: { id: classId }, data: { purgedAt: new Date() } });
    await writeAuditEntry(transaction, {
      actorId: null,
      classId,
      action: 'class.purged',
      subject: classId,
      detail: counts,
    });
  });
  await listDeletion({ what: 'class', classId });
  await removeUnusedFiles(files);
  await publishLive({ kind: 'class', classId, userId: '' });
  return true;
}
