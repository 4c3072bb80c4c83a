import { UserError } from '#app/platform/user-error.ts';
import type { Assignment, Prisma, Submission } from '#prisma/generated/client.ts';
import { assignedTo } from './assignment-access.server.ts';
import { datesFor, isClosed } from './due-dates.ts';
import type { DueDates } from './due-dates.ts';

interface OpenWork {
  assignment: Assignment;
  /** The student's own dates, an extension counted in. */
  dates: DueDates;
  submission: Submission;
}

/**
 * A student's submission, made where there is none yet and locked until the transaction ends. Throws a 404
 * response for an assignment that is not theirs, and a UserError (409) where nothing is taken any more.
 */
export async function openForWork(
  transaction: Prisma.TransactionClient,
  options: { userId: string; assignmentId: string; now: Date },
): Promise<OpenWork> {
  const { userId, assignmentId, now } = options;
  const assignment = await transaction.assignment.findFirst({
    where: { AND: [{ id: assignmentId, class: { archivedAt: null } }, assignedTo(userId, now)] },
    include: { extensions: { where: { userId } } },
  });
  if (!assignment) throw new Response(null, { status: 404 });
  const dates = datesFor(assignment, assignment.extensions[0]?.dueAt ?? null);
  if (isClosed(dates, now))
    throw new UserError('The time for this assignment is over. Nothing is taken any more.', {
      status: 409,
    });
  await transaction.submission.createMany({
    data: { assignmentId, userId },
    skipDuplicates: true,
  });
  await transaction.$queryRaw`SELECT id FROM "Submission"
    WHERE "assignmentId" = ${assignmentId} AND "userId" = ${userId} FOR UPDATE`;
  const submission = await transaction.submission.findUniqueOrThrow({
    where: { assignmentId_userId: { assignmentId, userId } },
  });
  return { assignment, dates, submission };
}
