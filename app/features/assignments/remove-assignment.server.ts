import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { setBy } from './assignment-access.server.ts';

/**
 * Deletes an assignment that nobody has turned anything in for, drafts included. Throws a UserError (409) where
 * somebody has, and a 404 response where it is not the teacher's.
 */
export async function removeAssignment(options: {
  teacherId: string;
  classId: string;
  assignmentId: string;
}): Promise<void> {
  const { teacherId, classId, assignmentId } = options;
  await db.$transaction(async (transaction) => {
    // Whoever turns in at this moment holds their submission, which points here: one of the two waits.
    await transaction.$queryRaw`SELECT id FROM "Assignment" WHERE id = ${assignmentId} FOR UPDATE`;
    const found = await transaction.assignment.findFirst({
      where: { id: assignmentId, ...setBy({ teacherId, classId }) },
      include: { _count: { select: { submissions: { where: { attempt: { gt: 0 } } } } } },
    });
    if (!found) throw new Response(null, { status: 404 });
    if (found._count.submissions > 0)
      throw new UserError('Work was turned in for this assignment, so it stays.', { status: 409 });
    await transaction.assignment.delete({ where: { id: assignmentId } });
    await writeAuditEntry(transaction, {
      actorId: teacherId,
      classId,
      action: 'assignment.removed',
      subject: assignmentId,
    });
  });
}
