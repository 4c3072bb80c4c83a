import { openTo, visibleTo } from '#app/features/pictures/picture-access.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';

/** Classes in which classmates may write under pictures: off until a teacher switches it on. */
export const WITH_COMMENTS: Prisma.ClassWhereInput = {
  rules: { some: { lessonSlug: '', commentsOn: true } },
};

/** Pictures under which this person may write: those that hang in the gallery of a class of theirs with comments. */
export async function mayWrite(userId: string): Promise<Prisma.PictureWhereInput> {
  return {
    AND: [
      await visibleTo(userId),
      {
        state: 'approved',
        generation: {
          shelf: { in: ['class', 'school'] },
          class: { AND: [openTo(userId), WITH_COMMENTS] },
        },
      },
    ],
  };
}

/** Comments that others read: not taken away, and not reported unless a teacher has looked and kept it. */
export const SHOWN_COMMENTS: Prisma.PictureCommentWhereInput = {
  removedAt: null,
  OR: [{ reportedAt: null }, { keptAt: { not: null } }],
};

/** Comments that wait for a teacher. */
export const REPORTED_COMMENTS: Prisma.PictureCommentWhereInput = {
  removedAt: null,
  reportedAt: { not: null },
  keptAt: null,
};
