import type { Prisma } from '#prisma/generated/client.ts';

/**
 * Deals work that is turned in after the reviews were dealt: the student reviews the examples and the works that
 * have the fewest reviews, and those who review least get this one. Nothing happens where it is dealt already or
 * the assignment has no peer review. Runs in the transaction that turns it in.
 */
export async function dealLateWork(
  transaction: Prisma.TransactionClient,
  options: { assignmentId: string; submissionId: string; userId: string },
): Promise<void> {
  const { assignmentId, submissionId, userId } = options;
  // Two late works at once are dealt one after the other.
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${assignmentId}))`;
  const { peerCount, peersDealtAt } = await transaction.assignment.findUniqueOrThrow({
    where: { id: assignmentId },
  });
  if (!peersDealtAt || peerCount === 0) return;
  const [dealt, others, reviews] = await Promise.all([
    transaction.peerReview.count({
      where: { submission: { assignmentId }, OR: [{ reviewerId: userId }, { submissionId }] },
    }),
    transaction.submission.findMany({
      where: { assignmentId, id: { not: submissionId }, state: { in: ['turnedIn', 'returned'] } },
      select: { id: true, userId: true, isExample: true },
    }),
    transaction.peerReview.findMany({
      where: { submission: { assignmentId }, isExample: false },
      select: { reviewerId: true, submissionId: true },
    }),
  ]);
  if (dealt > 0) return;
  const count = (key: 'reviewerId' | 'submissionId', id: string) =>
    reviews.filter((each) => each[key] === id).length;
  const works = others
    .filter(({ isExample }) => !isExample)
    .sort((a, b) => count('submissionId', a.id) - count('submissionId', b.id));
  const reviewers = [...others].sort(
    (a, b) => count('reviewerId', a.userId) - count('reviewerId', b.userId),
  );
  const own = [...others.filter(({ isExample }) => isExample), ...works.slice(0, peerCount)];
  await transaction.peerReview.createMany({
    data: [
      ...own.map(({ id, isExample }, position) => ({
        submissionId: id,
        reviewerId: userId,
        position,
        isExample,
      })),
      ...reviewers.slice(0, peerCount).map((reviewer) => ({
        submissionId,
        reviewerId: reviewer.userId,
        position: own.length + count('reviewerId', reviewer.userId),
      })),
    ],
  });
}
