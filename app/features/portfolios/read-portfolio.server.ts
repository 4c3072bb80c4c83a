import { findSubmittedPictures } from '#app/features/assignments/find-submitted-pictures.server.ts';
import { toSchoolTime } from '#app/features/assignments/school-time.server.ts';
import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { Prisma } from '#prisma/generated/client.ts';
import { readHandedIn } from './handed-in.ts';

export type ReadPortfolio = Awaited<ReturnType<typeof readPortfolio>>;

/**
 * A portfolio to be read: its student reads it as it is now, a teacher of the class as it was handed in. For
 * anybody else, and for a teacher before it was handed in, it does not exist: 404.
 */
export async function readPortfolio(options: { viewerId: string; portfolioId: string }) {
  const { viewerId, portfolioId } = options;
  const portfolio = await db.portfolio.findFirst({
    where: {
      id: portfolioId,
      OR: [{ userId: viewerId }, { class: taughtBy(viewerId), handedIn: { not: Prisma.AnyNull } }],
    },
    include: {
      pictures: { orderBy: { position: 'asc' } },
      user: { select: { displayName: true } },
      class: { select: { id: true, name: true } },
    },
  });
  if (!portfolio) throw new Response(null, { status: 404 });
  const { userId, classId } = portfolio;
  const isOwn = userId === viewerId;
  const handedIn = isOwn ? null : readHandedIn(portfolio.handedIn);
  const content = handedIn ?? { ...portfolio, items: portfolio.pictures };
  const pictures = await findSubmittedPictures({
    userId,
    classId,
    pictureIds: content.items.map(({ pictureId }) => pictureId),
    showAll: false,
  });
  return {
    isOwn,
    madeBy: portfolio.user.displayName,
    class: portfolio.class,
    handedInAt: portfolio.handedInAt && toSchoolTime(portfolio.handedInAt),
    title: content.title,
    introduction: content.introduction,
    items: content.items.flatMap(({ pictureId, caption, showsProcess }) => {
      const picture = pictures.find(({ id }) => id === pictureId);
      return picture ? { caption, picture, process: showsProcess ? picture.process : [] } : [];
    }),
  };
}
