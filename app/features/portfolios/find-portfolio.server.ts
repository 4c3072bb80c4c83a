import { findSubmittedPictures } from '#app/features/assignments/find-submitted-pictures.server.ts';
import { listAttachable } from '#app/features/assignments/list-attachable.server.ts';
import { listOwnAssignments } from '#app/features/assignments/list-own-assignments.server.ts';
import { toSchoolTime } from '#app/features/assignments/school-time.server.ts';
import { findCurrentClass } from '#app/features/classes/find-current-class.server.ts';
import { db } from '#app/platform/db.server.ts';

export type OwnPortfolio = NonNullable<Awaited<ReturnType<typeof findPortfolio>>>;
export type PortfolioItem = OwnPortfolio['items'][number];

/**
 * A student's portfolio of the class that they work in now, with the pictures that they could put in and the
 * assignments that it could be turned in for. Null for a student without a class.
 */
export async function findPortfolio({ userId }: { userId: string }) {
  const current = await findCurrentClass({ userId });
  if (!current) return null;
  const classId = current.id;
  const portfolio = await db.portfolio.findUnique({
    where: { classId_userId: { classId, userId } },
    include: { pictures: { orderBy: { position: 'asc' } } },
  });
  const rows = portfolio?.pictures ?? [];
  const [pictures, attachable, assignments] = await Promise.all([
    findSubmittedPictures({
      userId,
      classId,
      pictureIds: rows.map(({ pictureId }) => pictureId),
      showAll: false,
    }),
    listAttachable({ userId, classId, lessonSlug: null }),
    listOwnAssignments({ userId }),
  ]);
  return {
    id: portfolio?.id ?? null,
    title: portfolio?.title ?? '',
    introduction: portfolio?.introduction ?? '',
    draftRevision: portfolio?.draftRevision ?? 0,
    handedInAt: portfolio?.handedInAt ? toSchoolTime(portfolio.handedInAt) : null,
    items: rows.flatMap(({ pictureId, caption, showsProcess }) => {
      const picture = pictures.find(({ id }) => id === pictureId);
      if (!picture) return [];
      const { alt, prompt, isShown } = picture;
      return { pictureId, caption, showsProcess, alt, prompt, isShown };
    }),
    attachable,
    assignments: assignments
      .filter(({ state, isClosed }) => !isClosed && state !== 'turnedIn' && state !== 'returned')
      .map(({ id, title }) => ({ id, title })),
  };
}
