import { fullPoints, sumPoints } from '#app/features/rubrics/rubric.ts';
import type { Criterion } from '#app/features/rubrics/rubric.ts';
import { rubricSelect } from '#app/features/rubrics/find-rubric.server.ts';
import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { db } from '#app/platform/db.server.ts';
import { publishLive } from '#app/platform/live.server.ts';
import type { Prisma, Submission } from '#prisma/generated/client.ts';
import { openForGrading } from './open-for-grading.server.ts';
import type { Grading } from './open-for-grading.server.ts';

/** One line of a grade as a student was told it. */
export interface ReturnedScore {
  criterion: string;
  description: string;
  /** Null where the criterion was left open. */
  level: string | null;
  points: number | null;
  outOf: number;
  remark: string;
}

/**
 * Gives a submission back with what the draft grade and the comments say now: this is the grade that the
 * student reads, whatever is drafted after it. Throws as `openForGrading` does.
 */
export async function returnSubmission(grading: Grading): Promise<void> {
  const { teacherId, classId } = grading;
  const { userId } = await db.$transaction(async (transaction) => {
    const submission = await openForGrading(transaction, grading);
    await writeReturn(transaction, { submission, teacherId, classId });
    return submission;
  });
  await publishLive({ kind: 'submission', classId, userId });
}

/** Writes the return of a locked submission: the grade, its comments, its state. */
export async function writeReturn(
  transaction: Prisma.TransactionClient,
  options: { submission: Submission; teacherId: string; classId: string },
): Promise<void> {
  const { submission, teacherId, classId } = options;
  const { id: submissionId, assignmentId, attempt, remark } = submission;
  const [rubric, scores] = await Promise.all([
    transaction.criterion.findMany({ where: { assignmentId }, ...rubricSelect }),
    transaction.score.findMany({ where: { submissionId } }),
  ]);
  const lines = rubric.map((criterion) =>
    describe(
      criterion,
      scores.find(({ criterionId }) => criterionId === criterion.id),
    ),
  );
  await transaction.gradeReturn.create({
    data: {
      submissionId,
      attempt,
      points: sumPoints(rubric, scores),
      outOf: rubric.length > 0 ? fullPoints(rubric) : null,
      scores: lines as unknown as Prisma.InputJsonValue,
      remark,
      teacherId,
    },
  });
  await transaction.reviewComment.updateMany({
    where: { submissionId, publishedAt: null },
    data: { publishedAt: new Date() },
  });
  await transaction.submission.update({ where: { id: submissionId }, data: { state: 'returned' } });
  await writeAuditEntry(transaction, {
    actorId: teacherId,
    classId,
    action: 'submission.returned',
    subject: submissionId,
  });
}

function describe(
  criterion: Criterion,
  score: { levelId: string | null; remark: string } | undefined,
): ReturnedScore {
  const level = criterion.levels.find(({ id }) => id === score?.levelId);
  return {
    criterion: criterion.name,
    description: criterion.description,
    level: level?.name ?? null,
    points: level?.points ?? null,
    outOf: fullPoints([criterion]),
    remark: score?.remark ?? '',
  };
}
