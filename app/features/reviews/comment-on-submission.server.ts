import { setBy } from '#app/features/assignments/assignment-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { publishLive } from '#app/platform/live.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import type { GradeFormOf } from './grade-form.ts';

interface Commenting {
  teacherId: string;
  classId: string;
  submissionId: string;
}

/**
 * Adds a teacher's comment to work that was turned in, on the whole, on a place of a picture, or on words of
 * its prompt. Comments stand beside each other, so two graders are never in each other's way. Throws a 404
 * response for a submission or picture that is not the teacher's, and a UserError for words that are not there.
 */
export async function commentOnSubmission(
  options: Commenting & { form: GradeFormOf<'comment'> },
): Promise<void> {
  const { teacherId, classId, submissionId, form } = options;
  const { text, pictureId = null, region, quoteStart = null, quoteEnd = null } = form;
  const submission = await db.submission.findFirst({
    where: { id: submissionId, attempt: { gt: 0 }, assignment: setBy({ teacherId, classId }) },
    include: { versions: { select: { pictureIds: true } } },
  });
  const known = submission?.versions.flatMap(({ pictureIds }) => pictureIds) ?? [];
  if (!submission || (pictureId && !known.includes(pictureId)))
    throw new Response(null, { status: 404 });
  if (quoteStart !== null || quoteEnd !== null) {
    const picture = await db.picture.findFirst({
      where: { id: pictureId ?? '' },
      select: { generation: { select: { prompt: true } } },
    });
    const length = picture?.generation.prompt.length ?? 0;
    if (quoteStart === null || quoteEnd === null || quoteStart >= quoteEnd || quoteEnd > length)
      throw new UserError('These words are not in the prompt.', { field: 'text' });
  }
  await db.reviewComment.create({
    data: {
      submissionId,
      authorId: teacherId,
      text,
      pictureId,
      ...(pictureId && region && { region }),
      quoteStart,
      quoteEnd,
    },
  });
  await publishLive({ kind: 'submission', classId, userId: submission.userId });
}

/** Takes a teacher's own comment away. Throws a 404 response where it is not theirs. */
export async function removeComment(
  options: Commenting & { form: GradeFormOf<'remove-comment'> },
): Promise<void> {
  const { teacherId, classId, submissionId, form } = options;
  const comment = await db.reviewComment.findFirst({
    where: {
      id: form.commentId,
      submissionId,
      authorId: teacherId,
      submission: { assignment: setBy({ teacherId, classId }) },
    },
    include: { submission: { select: { userId: true } } },
  });
  if (!comment) throw new Response(null, { status: 404 });
  await db.reviewComment.delete({ where: { id: comment.id } });
  await publishLive({ kind: 'submission', classId, userId: comment.submission.userId });
}
