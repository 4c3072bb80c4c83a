import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { listFiles } from '#app/features/files/file-references.server.ts';
import { removeUnusedFiles } from '#app/features/files/remove-unused-files.server.ts';
import { db } from '#app/platform/db.server.ts';
import { listDeletion } from '#app/platform/deletions.server.ts';
import { forgetFailures } from '#app/platform/rate-limit.server.ts';
import { forgetJobs } from '#app/platform/queue.server.ts';
import { listQueuedWork } from './list-queued-work.server.ts';

/**
 * Deletes a student and everything of theirs: rows, files, waiting jobs, sessions, one-time codes. What stays is
 * the audit log's line with the id, and the id in the list that a restore reads. Files that somebody else's row
 * names too stay for them. The caller has proven that it is `actorId`'s to do; null is Easel itself. False where
 * there is no such student.
 */
export async function deleteStudent(options: {
  actorId: string | null;
  studentId: string;
}): Promise<boolean> {
  const { actorId, studentId: userId } = options;
  const student = await db.user.findFirst({ where: { id: userId, role: 'student' } });
  if (!student) return false;
  const gone = await db.$transaction(async (transaction) => {
    // Whoever asks for a picture at this moment waits, and then has no account.
    const locked = await transaction.$queryRaw<unknown[]>`
      SELECT id FROM "User" WHERE id = ${userId} FOR UPDATE`;
    if (locked.length === 0) return null;
    const files = await listFiles({ userId }, transaction);
    const queued = await listQueuedWork({ userId }, transaction);
    await transaction.oneTimeLink.deleteMany({ where: { userId } });
    await transaction.flag.deleteMany({ where: { userId } });
    await transaction.user.delete({ where: { id: userId } });
    await writeAuditEntry(transaction, {
      actorId,
      action: 'student.deleted',
      subject: userId,
      detail: { generations: queued.pictures.length, files: files.length },
    });
    return { files, queued };
  });
  if (!gone) return false;
  await listDeletion({ what: 'student', userId });
  await forgetFailures('username', student.username);
  await forgetJobs(gone.queued);
  await removeUnusedFiles(gone.files);
  return true;
}
