import { UserError } from '#app/platform/user-error.ts';
import type { Prisma, Submission } from '#prisma/generated/client.ts';
import type { DraftForm } from './submission-form.ts';

const WRITABLE = new Set(['new', 'draft', 'takenBack']);

/**
 * Writes text and pictures of a locked submission. Throws a UserError (409) where the work is with the
 * teacher or another window has saved since, and a 404 response for a picture that is not the student's.
 */
export async function writeDraft(
  transaction: Prisma.TransactionClient,
  options: { submission: Submission; classId: string; draft: DraftForm },
): Promise<Submission> {
  const { submission, classId, draft } = options;
  const { id, userId, state } = submission;
  if (!WRITABLE.has(state))
    throw new UserError('This work is with your teacher. Take it back to change it.', {
      status: 409,
    });
  if (submission.draftRevision !== draft.draftRevision)
    throw new UserError(
      'This work was changed in another window. Load the page again to go on from there.',
      { status: 409 },
    );
  const pictureIds = [...new Set(draft.pictures)];
  const own = await transaction.picture.count({
    where: {
      id: { in: pictureIds },
      generation: { userId, classId },
      // One that is held again after it was attached stays attached.
      OR: [{ state: 'approved' }, { submissions: { some: { submissionId: id } } }],
    },
  });
  if (own !== pictureIds.length) throw new Response(null, { status: 404 });
  await transaction.submissionPicture.deleteMany({ where: { submissionId: id } });
  await transaction.submissionPicture.createMany({
    data: pictureIds.map((pictureId, position) => ({ submissionId: id, pictureId, position })),
  });
  return transaction.submission.update({
    where: { id },
    data: {
      text: draft.text,
      draftRevision: { increment: 1 },
      ...(state === 'new' && { state: 'draft' }),
    },
  });
}
