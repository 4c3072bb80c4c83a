import { setBy } from '#app/features/assignments/assignment-access.server.ts';
import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { CriterionForm, RubricForm } from './rubric-form.ts';

/**
 * Brings an assignment's rubric to what the form says. Work that is graded already is scored again by that: a
 * chosen level counts what it counts now, and a level that is gone leaves its criterion open, with the remark.
 * Grades that were returned stay as they were told until they are returned again. Throws a 404 response for an
 * assignment, criterion or level that is not the teacher's, and a UserError (409) where somebody else has
 * changed the assignment since.
 */
export async function saveRubric(options: {
  teacherId: string;
  classId: string;
  assignmentId: string;
  form: RubricForm;
}): Promise<void> {
  const { teacherId, classId, assignmentId, form } = options;
  await db.$transaction(async (transaction) => {
    await transaction.$queryRaw`SELECT id FROM "Assignment" WHERE id = ${assignmentId} FOR UPDATE`;
    const assignment = await transaction.assignment.findFirst({
      where: { id: assignmentId, ...setBy({ teacherId, classId }) },
      include: { criteria: { include: { levels: true } } },
    });
    if (!assignment) throw new Response(null, { status: 404 });
    if (assignment.revision !== form.revision)
      throw new UserError(
        'Somebody has changed this assignment since you opened it. Load the page again; nothing was overwritten.',
        { status: 409 },
      );
    // Graders hold a submission while they write a score: all of them before the rubric, so that nobody waits
    // in a circle.
    await transaction.$queryRaw`SELECT id FROM "Submission"
      WHERE "assignmentId" = ${assignmentId} ORDER BY id FOR UPDATE`;
    const known = assignment.criteria;
    const kept = idsOf(form.criteria);
    refuseUnknown(
      kept,
      known.map(({ id }) => id),
    );
    await transaction.criterion.deleteMany({ where: { assignmentId, id: { notIn: kept } } });
    for (const [position, criterion] of form.criteria.entries()) {
      const before = known.find(({ id }) => id === criterion.id);
      const levelIds = before?.levels.map(({ id }) => id) ?? [];
      await saveCriterion(transaction, { assignmentId, position, criterion, levelIds });
    }
    // Whoever grades at this moment has seen another rubric: their next mark shows them this one.
    await transaction.submission.updateMany({
      where: { assignmentId },
      data: { revision: { increment: 1 } },
    });
    await transaction.assignment.update({
      where: { id: assignmentId },
      data: { revision: { increment: 1 } },
    });
    await writeAuditEntry(transaction, {
      actorId: teacherId,
      classId,
      action: 'rubric.saved',
      subject: assignmentId,
    });
  });
}

async function saveCriterion(
  transaction: Prisma.TransactionClient,
  options: {
    assignmentId: string;
    position: number;
    criterion: CriterionForm;
    levelIds: string[];
  },
): Promise<void> {
  const { assignmentId, position, criterion, levelIds } = options;
  const { name, description, levels } = criterion;
  const kept = idsOf(levels);
  refuseUnknown(kept, levelIds);
  const { id: criterionId } = criterion.id
    ? await transaction.criterion.update({
        where: { id: criterion.id },
        data: { position, name, description },
      })
    : await transaction.criterion.create({ data: { assignmentId, position, name, description } });
  await transaction.criterionLevel.deleteMany({ where: { criterionId, id: { notIn: kept } } });
  for (const [place, level] of levels.entries()) {
    const data = { position: place, name: level.name, points: level.points };
    if (level.id) await transaction.criterionLevel.update({ where: { id: level.id }, data });
    else await transaction.criterionLevel.create({ data: { ...data, criterionId } });
  }
}

function idsOf(parts: { id?: string | undefined }[]): string[] {
  return parts.flatMap(({ id }) => id ?? []);
}

function refuseUnknown(ids: string[], known: string[]): void {
  if (ids.some((id) => !known.includes(id))) throw new Response(null, { status: 404 });
}
