import { findCurrentClass } from '#app/features/classes/find-current-class.server.ts';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { addToPortfolio } from './add-to-portfolio.server.ts';
import { copyToAssignment } from './copy-to-assignment.server.ts';
import { handInPortfolio } from './hand-in-portfolio.server.ts';
import type { PortfolioForm } from './portfolio-form.ts';
import { writePortfolio } from './write-portfolio.server.ts';
import type { RefusedWords } from './write-portfolio.server.ts';

interface Saved {
  draftRevision: number;
  refused: RefusedWords;
}

/** Does what a form of the portfolio asks for; a save answers with the revision that the next one carries. */
export async function changePortfolio(options: {
  userId: string;
  form: PortfolioForm;
}): Promise<Saved | null> {
  const { userId, form } = options;
  if (form.intent === 'add') {
    await addToPortfolio({ userId, pictureId: form.pictureId });
    return null;
  }
  const current = await findCurrentClass({ userId });
  if (!current) throw new UserError('Join a class first.', { status: 403 });
  const work = { userId, classId: current.id, draft: form };
  if (form.intent === 'hand-in') await handInPortfolio(work);
  else if (form.intent === 'copy')
    await copyToAssignment({ ...work, assignmentId: form.assignmentId });
  else {
    const { portfolio, refused } = await db.$transaction((transaction) =>
      writePortfolio(transaction, work),
    );
    return { draftRevision: portfolio.draftRevision, refused };
  }
  return null;
}
