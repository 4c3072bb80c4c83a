import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { lockPortfolio } from './lock-portfolio.server.ts';
import { MAX_PICTURES } from './portfolio-form.ts';

/**
 * Puts a picture of a student's own at the end of their portfolio of its class; one that is in it stays where
 * it is. Throws a 404 response for any other picture, and a UserError where the portfolio is full.
 */
export async function addToPortfolio(options: {
  userId: string;
  pictureId: string;
}): Promise<void> {
  const { userId, pictureId } = options;
  await db.$transaction(async (transaction) => {
    const picture = await transaction.picture.findFirst({
      where: { id: pictureId, state: 'approved', generation: { userId } },
      select: { generation: { select: { classId: true } } },
    });
    if (!picture) throw new Response(null, { status: 404 });
    const { id: portfolioId } = await lockPortfolio(transaction, {
      userId,
      classId: picture.generation.classId,
    });
    const { _count, _max } = await transaction.portfolioPicture.aggregate({
      where: { portfolioId },
      _count: true,
      _max: { position: true },
    });
    if (_count >= MAX_PICTURES)
      throw new UserError(`A portfolio has room for ${MAX_PICTURES} pictures. Take one out first.`);
    const { count } = await transaction.portfolioPicture.createMany({
      data: { portfolioId, pictureId, position: (_max.position ?? -1) + 1 },
      skipDuplicates: true,
    });
    if (count > 0)
      await transaction.portfolio.update({
        where: { id: portfolioId },
        data: { draftRevision: { increment: 1 } },
      });
  });
}
