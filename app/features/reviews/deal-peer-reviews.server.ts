import { randomInt } from 'node:crypto';
import { setBy } from '#app/features/assignments/assignment-access.server.ts';
import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { db } from '#app/platform/db.server.ts';
import { publishLive } from '#app/platform/live.server.ts';
import { UserError } from '#app/platform/user-error.ts';

/**
 * Deals the work that is turned in to those who turned it in: everybody reviews the examples first and then
 * `peerCount` works of others, and each work is reviewed at least as often. It is dealt once. Throws a 404
 * response where the assignment is not the teacher's, and a UserError (409) where it can't be dealt.
 */
export async function dealPeerReviews(options: {
  teacherId: string;
  classId: string;
  assignmentId: string;
}): Promise<void> {
  const { teacherId, classId, assignmentId } = options;
  const reviewers = await db.$transaction(async (transaction) => {
    await transaction.$queryRaw`SELECT id FROM "Assignment" WHERE id = ${assignmentId} FOR UPDATE`;
    const assignment = await transaction.assignment.findFirst({
      where: { id: assignmentId, ...setBy({ teacherId, classId }) },
    });
    if (!assignment) throw new Response(null, { status: 404 });
    const { peerCount, peersDealtAt } = assignment;
    if (peersDealtAt) throw new UserError('The reviews are dealt already.', { status: 409 });
    if (peerCount === 0)
      throw new UserError('This assignment has no peer review. Set how many first.', {
        status: 409,
      });
    const submissions = await transaction.submission.findMany({
      where: { assignmentId, state: { in: ['turnedIn', 'returned'] } },
      select: { id: true, userId: true, isExample: true },
    });
    const examples = submissions.filter(({ isExample }) => isExample);
    const works = submissions.length - examples.length;
    if (works <= peerCount)
      throw new UserError(
        `For ${peerCount} reviews each, ${peerCount + 1} works must be turned in, examples not counted. There are ${works}.`,
        { status: 409 },
      );
    // In a circle each one reviews those who come next, so nobody gets their own and the load is even.
    const circle = shuffle(submissions);
    await transaction.peerReview.createMany({
      data: circle.flatMap(({ userId: reviewerId }, place) => {
        const others = [...circle.slice(place + 1), ...circle.slice(0, place)];
        const peers = others.filter(({ isExample }) => !isExample).slice(0, peerCount);
        const shown = examples.filter(({ userId }) => userId !== reviewerId);
        return [...shown, ...peers].map(({ id, isExample }, position) => ({
          submissionId: id,
          reviewerId,
          position,
          isExample,
        }));
      }),
    });
    await transaction.assignment.update({
      where: { id: assignmentId },
      data: { peersDealtAt: new Date(), revision: { increment: 1 } },
    });
    await writeAuditEntry(transaction, {
      actorId: teacherId,
      classId,
      action: 'peer-review.dealt',
      subject: assignmentId,
    });
    return submissions.map(({ userId }) => userId);
  });
  for (const userId of reviewers) await publishLive({ kind: 'submission', classId, userId });
}

/** Fisher and Yates: each order is equally likely. */
function shuffle<T>(items: T[]): T[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = randomInt(last + 1);
    [shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
  }
  return shuffled;
}
