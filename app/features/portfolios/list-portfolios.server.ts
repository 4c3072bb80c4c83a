import { toSchoolTime } from '#app/features/assignments/school-time.server.ts';
import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { Prisma } from '#prisma/generated/client.ts';
import { readHandedIn } from './handed-in.ts';

export type PortfolioSummary = Awaited<ReturnType<typeof listPortfolios>>[number];

/** The portfolios of a class that were handed in, newest first, for a teacher of it. */
export async function listPortfolios(options: { teacherId: string; classId: string }) {
  const { teacherId, classId } = options;
  const portfolios = await db.portfolio.findMany({
    where: { classId, class: taughtBy(teacherId), handedIn: { not: Prisma.AnyNull } },
    orderBy: [{ handedInAt: 'desc' }, { id: 'asc' }],
    include: { user: { select: { displayName: true } } },
  });
  return portfolios.map(({ id, user, handedIn, handedInAt }) => {
    const content = readHandedIn(handedIn);
    return {
      id,
      madeBy: user.displayName,
      title: content?.title ?? '',
      pictures: content?.items.length ?? 0,
      handedInAt: handedInAt ? toSchoolTime(handedInAt) : '',
    };
  });
}
