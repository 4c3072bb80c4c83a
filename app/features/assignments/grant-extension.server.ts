import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { setBy } from './assignment-access.server.ts';
import { fromFieldTime } from './school-time.server.ts';
import type { ExtensionForm } from './assignment-form.ts';

/**
 * Gives one student a later due date, or takes it away where the form names no time. Work that came in before
 * is judged by the dates of its day. Throws a 404 response for an assignment or a student that is not the
 * teacher's, and a UserError where there is no due date to move.
 */
export async function grantExtension(options: {
  teacherId: string;
  classId: string;
  assignmentId: string;
  form: ExtensionForm;
}): Promise<void> {
  const { teacherId, classId, assignmentId, form } = options;
  const { studentId: userId } = form;
  const dueAt = fromFieldTime(form.dueAt);
  await db.$transaction(async (transaction) => {
    const assignment = await transaction.assignment.findFirst({
      where: { id: assignmentId, ...setBy({ teacherId, classId }) },
    });
    const student = await transaction.membership.findFirst({
      where: { classId, userId, role: 'student', removedAt: null },
    });
    if (!assignment || !student) throw new Response(null, { status: 404 });
    if (dueAt && (!assignment.dueAt || dueAt <= assignment.dueAt))
      throw new UserError('Choose a time after the due date of the class.', { field: 'dueAt' });
    const key = { assignmentId, userId };
    if (dueAt)
      await transaction.extension.upsert({
        where: { assignmentId_userId: key },
        create: { ...key, dueAt },
        update: { dueAt },
      });
    else await transaction.extension.deleteMany({ where: key });
    await writeAuditEntry(transaction, {
      actorId: teacherId,
      classId,
      action: dueAt ? 'extension.granted' : 'extension.ended',
      subject: assignmentId,
      detail: { studentId: userId },
    });
  });
}
