import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { listFiles } from '#app/features/files/file-references.server.ts';
import { removeUnusedFiles } from '#app/features/files/remove-unused-files.server.ts';
import { deleteWork } from '#app/features/students/delete-work.server.ts';
import { listQueuedWork } from '#app/features/students/list-queued-work.server.ts';
import { db } from '#app/platform/db.server.ts';
import { listDeletion } from '#app/platform/deletions.server.ts';
import { publishLive } from '#app/platform/live.server.ts';
import { forgetJobs } from '#app/platform/queue.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { WorkChoice } from './class-form.ts';

/**
 * Takes a student out of the teacher's class. `work` says what becomes of what they made in it: it stays as it
 * is, leaves the galleries and stays in the teacher's record, or is deleted with its files. What still waits to
 * be drawn is cancelled. Throws a 404 response where there is no such student.
 */
export async function removeStudent(options: {
  teacherId: string;
  classId: string;
  studentId: string;
  work: WorkChoice;
}): Promise<void> {
  const { teacherId, classId, studentId: userId, work } = options;
  const { jobs, files } = await db.$transaction(async (transaction) => {
    const removed = await transaction.membership.updateMany({
      where: {
        classId,
        userId,
        role: 'student',
        removedAt: null,
        class: { memberships: { some: { userId: teacherId, role: 'teacher', removedAt: null } } },
      },
      data: { removedAt: new Date() },
    });
    if (removed.count === 0) throw new Response(null, { status: 404 });
    const queued = await listQueuedWork({ userId, classId }, transaction);
    const cancelled = await cancelOpen(transaction, { userId, classId });
    const named = work === 'delete' ? await listFiles({ userId, classId }, transaction) : [];
    if (work === 'delete') await deleteWork(transaction, { userId, classId });
    if (work === 'hide')
      await transaction.picture.updateMany({
        where: { state: 'approved', generation: { userId, classId } },
        data: { state: 'removed' },
      });
    await writeAuditEntry(transaction, {
      actorId: teacherId,
      classId,
      action: 'student.removed',
      subject: userId,
      detail: { work },
    });
    return { jobs: work === 'delete' ? queued : { pictures: cancelled }, files: named };
  });
  if (work === 'delete') await listDeletion({ what: 'work', userId, classId });
  await forgetJobs(jobs);
  await removeUnusedFiles(files);
  await publishLive({ kind: 'class', classId, userId });
}

/** Cancels what waits or runs, and returns its ids. */
async function cancelOpen(
  transaction: Prisma.TransactionClient,
  whose: { userId: string; classId: string },
): Promise<string[]> {
  const rows = await transaction.generation.updateManyAndReturn({
    where: { ...whose, state: { in: ['waiting', 'running'] } },
    data: { state: 'cancelled', finishedAt: new Date() },
    select: { id: true },
  });
  const ids = rows.map(({ id }) => id);
  await transaction.generationPreview.deleteMany({ where: { generationId: { in: ids } } });
  return ids;
}
