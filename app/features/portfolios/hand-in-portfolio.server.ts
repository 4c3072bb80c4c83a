import { publishLive } from '#app/platform/live.server.ts';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import type { PortfolioDraft } from './portfolio-form.ts';
import type { HandedIn } from './handed-in.ts';
import { writePortfolio } from './write-portfolio.server.ts';

/**
 * Saves a student's portfolio and lets the class's teachers read it as it is now. Handing in again replaces
 * what they read. Throws as `writePortfolio` does, and a UserError where it is empty or a text was refused.
 */
export async function handInPortfolio(options: {
  userId: string;
  classId: string;
  draft: PortfolioDraft;
}): Promise<void> {
  const { userId, classId } = options;
  await db.$transaction(async (transaction) => {
    const { portfolio, refused } = await writePortfolio(transaction, options);
    const [sentence] = Object.values(refused).flat();
    if (sentence) throw new UserError(sentence);
    if (portfolio.pictures.length === 0) throw new UserError('Put in a picture first.');
    const handedIn: HandedIn = {
      title: portfolio.title,
      introduction: portfolio.introduction,
      items: portfolio.pictures.map(({ pictureId, caption, showsProcess }) => ({
        pictureId,
        caption,
        showsProcess,
      })),
    };
    await transaction.portfolio.update({
      where: { id: portfolio.id },
      data: { handedIn, handedInAt: new Date() },
    });
  });
  await publishLive({ kind: 'submission', classId, userId });
}
