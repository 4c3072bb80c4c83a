import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { copyRubric } from '#app/features/rubrics/copy-rubric.server.ts';
import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { db } from '#app/platform/db.server.ts';
import { readAssignmentForm } from './read-assignment-form.server.ts';
import type { AssignmentForm } from './assignment-form.ts';

/**
 * Makes an assignment in the teacher's class, with the rubric of another one of theirs where `rubricFrom` names
 * it. Throws a 404 response for a class, group, lesson or assignment that is not theirs.
 */
export async function createAssignment(options: {
  teacherId: string;
  classId: string;
  form: AssignmentForm;
}): Promise<{ id: string }> {
  const { teacherId, classId, form } = options;
  return db.$transaction(async (transaction) => {
    const found = await transaction.class.findFirst({
      where: { id: classId, ...taughtBy(teacherId), archivedAt: null },
    });
    if (!found) throw new Response(null, { status: 404 });
    const { words, plan } = await readAssignmentForm(transaction, { classId, form, opensAt: null });
    const made = await transaction.assignment.create({
      data: { classId, ...words, ...plan, versions: { create: { version: 1, ...words } } },
      select: { id: true },
    });
    if (form.rubricFrom)
      await copyRubric(transaction, { teacherId, fromId: form.rubricFrom, toId: made.id });
    await writeAuditEntry(transaction, {
      actorId: teacherId,
      classId,
      action: 'assignment.created',
      subject: made.id,
    });
    return made;
  });
}
