import { assignedTo } from '#app/features/assignments/assignment-access.server.ts';
import { findSubmittedPictures } from '#app/features/assignments/find-submitted-pictures.server.ts';
import { rubricSelect } from '#app/features/rubrics/find-rubric.server.ts';
import { db } from '#app/platform/db.server.ts';

/**
 * What a student reviews of others in an assignment: how far they are and the next work, its author unnamed.
 * After an example comes what the teacher thought of it. A 404 response where nothing was dealt to them.
 */
export async function findPeerWork(options: { userId: string; assignmentId: string }) {
  const { userId, assignmentId } = options;
  const reviews = await db.peerReview.findMany({
    where: {
      reviewerId: userId,
      submission: {
        assignment: { AND: [{ id: assignmentId }, assignedTo(userId, new Date())] },
      },
    },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    include: {
      submission: {
        include: {
          assignment: { select: { title: true, classId: true, criteria: rubricSelect } },
          versions: { orderBy: { attempt: 'desc' }, take: 1 },
          scores: { select: { criterionId: true, levelId: true, remark: true } },
        },
      },
    },
  });
  const [first] = reviews;
  if (!first) throw new Response(null, { status: 404 });
  const { assignment } = first.submission;
  const next = reviews.find(({ submittedAt }) => submittedAt === null);
  const version = next?.submission.versions[0];
  const pictures =
    next && version
      ? await findSubmittedPictures({
          userId: next.submission.userId,
          classId: assignment.classId,
          pictureIds: version.pictureIds,
          showAll: false,
        })
      : [];
  return {
    assignmentId,
    title: assignment.title,
    rubric: assignment.criteria,
    done: reviews.filter(({ submittedAt }) => submittedAt !== null).length,
    total: reviews.length,
    next: next && version ? { id: next.id, isExample: next.isExample, text: version.text } : null,
    // How the others came about is theirs: a reviewer sees the pictures and their words.
    pictures: pictures.map(({ id, alt, isShown, prompt, widthPx, heightPx }) => ({
      id,
      alt,
      isShown,
      prompt,
      widthPx,
      heightPx,
    })),
    examples: reviews
      .filter(({ isExample, submittedAt }) => isExample && submittedAt !== null)
      .map(({ id, levels, submission }) => ({
        id,
        yours: levels as Record<string, string>,
        teachers: submission.scores,
      })),
  };
}

export type PeerWork = Awaited<ReturnType<typeof findPeerWork>>;
