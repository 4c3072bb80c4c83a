import { setBy } from '#app/features/assignments/assignment-access.server.ts';
import type { Prisma, Submission } from '#prisma/generated/client.ts';
import { ConflictError } from './conflict-error.ts';

export interface Grading {
  teacherId: string;
  classId: string;
  submissionId: string;
  /** The revision that the grader was looking at. */
  revision: number;
}

/**
 * The submission that a grader writes to, locked until the transaction ends and raised by one revision. Throws
 * a 404 response where it is not the teacher's, and a ConflictError where it is not what the grader saw.
 */
export async function openForGrading(
  transaction: Prisma.TransactionClient,
  { teacherId, classId, submissionId, revision }: Grading,
): Promise<Submission> {
  await transaction.$queryRaw`SELECT id FROM "Submission" WHERE id = ${submissionId} FOR UPDATE`;
  const submission = await transaction.submission.findFirst({
    where: { id: submissionId, attempt: { gt: 0 }, assignment: setBy({ teacherId, classId }) },
  });
  if (!submission) throw new Response(null, { status: 404 });
  if (submission.revision !== revision)
    throw new ConflictError('This has changed since you opened it. Nothing was overwritten.');
  if (submission.state === 'takenBack')
    throw new ConflictError('The student has taken this back to work on it again.');
  return transaction.submission.update({
    where: { id: submissionId },
    data: { revision: { increment: 1 } },
  });
}
