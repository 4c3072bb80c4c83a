import { openForWork } from '#app/features/assignments/open-for-work.server.ts';
import { writeDraft } from '#app/features/assignments/write-draft.server.ts';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import type { PortfolioDraft } from './portfolio-form.ts';
import { writePortfolio } from './write-portfolio.server.ts';

/** As many as an assignment takes. */
const MAX_WORDS = 10_000;

/**
 * Saves a student's portfolio, and makes its pictures and words the draft of an assignment of theirs, in place
 * of what the draft held; the student looks at it there before turning it in.
 *
 * Throws as `writePortfolio`, `openForWork` and `writeDraft` do, and a UserError where nothing is in it.
 */
export async function copyToAssignment(options: {
  userId: string;
  classId: string;
  assignmentId: string;
  draft: PortfolioDraft;
}): Promise<void> {
  const { userId, classId, assignmentId, draft } = options;
  if (draft.items.length === 0) throw new UserError('Put in a picture first.');
  await db.$transaction(async (transaction) => {
    const { portfolio } = await writePortfolio(transaction, { userId, classId, draft });
    const { assignment, submission } = await openForWork(transaction, {
      userId,
      assignmentId,
      now: new Date(),
    });
    if (assignment.classId !== classId) throw new Response(null, { status: 404 });
    const { title, introduction, pictures } = portfolio;
    const captions = pictures.map(({ caption }, index) => caption && `${index + 1}. ${caption}`);
    const text = [title, introduction, ...captions].filter(Boolean).join('\n\n');
    await writeDraft(transaction, {
      submission,
      classId,
      draft: {
        text: text.slice(0, MAX_WORDS),
        pictures: pictures.map(({ pictureId }) => pictureId),
        draftRevision: submission.draftRevision,
      },
    });
  });
}
