import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import type { Assignment } from '#prisma/generated/client.ts';
import { setBy } from './assignment-access.server.ts';
import { readAssignmentForm } from './read-assignment-form.server.ts';
import type { AssignmentForm } from './assignment-form.ts';

type Words = Pick<Assignment, 'title' | 'instructions' | 'pictures' | 'words'>;

/**
 * Changes an assignment. Once students can read it, a change of its words makes a new version and the old one
 * stays. Throws a 404 response where it is not the teacher's, and a UserError (409) where somebody else has
 * changed it since, or where work that came in would be hidden.
 */
export async function editAssignment(options: {
  teacherId: string;
  classId: string;
  assignmentId: string;
  form: AssignmentForm;
}): Promise<void> {
  const { teacherId, classId, assignmentId, form } = options;
  await db.$transaction(async (transaction) => {
    await transaction.$queryRaw`SELECT id FROM "Assignment" WHERE id = ${assignmentId} FOR UPDATE`;
    const before = await transaction.assignment.findFirst({
      where: { id: assignmentId, ...setBy({ teacherId, classId }) },
      include: { _count: { select: { submissions: { where: { attempt: { gt: 0 } } } } } },
    });
    if (!before) throw new Response(null, { status: 404 });
    if (before.revision !== form.revision)
      throw new UserError(
        'Somebody has changed this assignment since you opened it. Load the page again; nothing was overwritten.',
        { status: 409 },
      );
    if (form.intent === 'keep' && before._count.submissions > 0)
      throw new UserError('Students have turned in work already, so they must be able to see it.', {
        field: 'intent',
        status: 409,
      });
    const { words, plan } = await readAssignmentForm(transaction, {
      classId,
      form,
      opensAt: before.opensAt,
    });
    const isReleased = before.opensAt !== null && before.opensAt <= new Date();
    const version = before.version + (isReleased && differ(before, words) ? 1 : 0);
    await transaction.assignmentVersion.upsert({
      where: { assignmentId_version: { assignmentId, version } },
      create: { assignmentId, version, ...words },
      update: words,
    });
    await transaction.assignment.update({
      where: { id: assignmentId },
      data: { ...words, ...plan, version, revision: { increment: 1 } },
    });
    await writeAuditEntry(transaction, {
      actorId: teacherId,
      classId,
      action: 'assignment.edited',
      subject: assignmentId,
      detail: { version },
    });
  });
}

function differ(before: Words, after: Words): boolean {
  return (['title', 'instructions', 'pictures', 'words'] as const).some(
    (field) => before[field] !== after[field],
  );
}
