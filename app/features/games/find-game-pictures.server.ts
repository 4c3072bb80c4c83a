import { db } from '#app/platform/db.server.ts';

/** More than a class can play with in a lesson. */
const MOST_PICTURES = 500;

export type GamePicture = Awaited<ReturnType<typeof findGamePictures>>[number];

/**
 * The newest pictures that a whole class may see, drawn from words alone: they hang on its wall. Nobody's name is
 * among what is read.
 */
export async function findGamePictures({ classId }: { classId: string }) {
  const pictures = await db.picture.findMany({
    where: {
      state: 'approved',
      generation: {
        classId,
        shelf: { in: ['class', 'school'] },
        mode: 'text-to-image',
        isLive: false,
        prompt: { not: '' },
      },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST_PICTURES,
    select: { id: true, generation: true },
  });
  return pictures.map(({ id, generation }) => ({ ...generation, pictureId: id }));
}
