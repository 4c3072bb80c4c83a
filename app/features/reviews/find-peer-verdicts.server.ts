import { db } from '#app/platform/db.server.ts';

/** What other students said of one submission. Without their names: the author reads it too. */
export interface PeerVerdict {
  id: string;
  levels: Record<string, string>;
  comment: string;
}

/** The finished peer reviews of a submission, in an order that tells nothing about who wrote them. */
export async function findPeerVerdicts(options: { submissionId: string }): Promise<PeerVerdict[]> {
  const reviews = await db.peerReview.findMany({
    where: { submissionId: options.submissionId, isExample: false, submittedAt: { not: null } },
    orderBy: { id: 'asc' },
    select: { id: true, levels: true, comment: true },
  });
  return reviews.map(({ id, levels, comment }) => ({
    id,
    levels: levels as Record<string, string>,
    comment,
  }));
}
