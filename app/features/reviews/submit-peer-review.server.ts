import { assignedTo } from '#app/features/assignments/assignment-access.server.ts';
import { rubricSelect } from '#app/features/rubrics/find-rubric.server.ts';
import { db } from '#app/platform/db.server.ts';
import { publishLive } from '#app/platform/live.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { checkWords } from '#worker/moderation/words.ts';
import type { PeerForm } from './peer-form.ts';

/**
 * Keeps a student's review of another's work, once. Its words pass the word filter first, since another student
 * reads them. Throws a 404 response for a review that is not theirs, and a UserError where a criterion is open,
 * the words don't pass, an example waits before it, or it is handed in already.
 */
export async function submitPeerReview(options: {
  userId: string;
  assignmentId: string;
  form: PeerForm;
}): Promise<void> {
  const { userId, assignmentId, form } = options;
  const { reviewId: id, levels, comment } = form;
  const review = await db.peerReview.findFirst({
    where: {
      id,
      reviewerId: userId,
      submission: {
        assignment: {
          AND: [{ id: assignmentId, class: { archivedAt: null } }, assignedTo(userId, new Date())],
        },
      },
    },
    include: {
      submission: {
        select: { userId: true, assignment: { select: { classId: true, criteria: rubricSelect } } },
      },
    },
  });
  if (!review) throw new Response(null, { status: 404 });
  const { assignment, userId: authorId } = review.submission;
  const waiting = await db.peerReview.count({
    where: {
      reviewerId: userId,
      submission: { assignmentId },
      isExample: true,
      submittedAt: null,
      position: { lt: review.position },
    },
  });
  if (waiting > 0) throw new UserError('Review the examples first.', { status: 409 });
  const chosen: Record<string, string> = {};
  for (const { id: criterionId, name, levels: known } of assignment.criteria) {
    const level = known.find((each) => each.id === levels[criterionId]);
    if (!level) throw new UserError(`Choose a level for “${name}”.`, { field: 'levels' });
    chosen[criterionId] = level.id;
  }
  if (checkWords(comment, { strictness: 'strict' }).decision === 'block')
    throw new UserError('Some of these words do not belong in a review. Say it another way.', {
      field: 'comment',
    });
  const { count } = await db.peerReview.updateMany({
    where: { id, submittedAt: null },
    data: { levels: chosen, comment, submittedAt: new Date() },
  });
  if (count === 0) throw new UserError('You have handed in this review already.', { status: 409 });
  await publishLive({ kind: 'submission', classId: assignment.classId, userId: authorId });
}
