import { db } from '#app/platform/db.server.ts';
import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { SHOWN } from './exercise-access.server.ts';
import { MOST_PICTURES } from './exercise-form.ts';

export type ClassPicture = Awaited<ReturnType<typeof findClassPictures>>[number];

/**
 * The newest pictures of the teacher's class that the class may see, of prompts that hold these words, to set
 * up an exercise with.
 */
export async function findClassPictures(options: {
  teacherId: string;
  classId: string;
  words: string;
}) {
  const { teacherId, classId, words } = options;
  const pictures = await db.picture.findMany({
    where: {
      AND: [
        SHOWN,
        {
          generation: {
            classId,
            class: taughtBy(teacherId),
            isLive: false,
            prompt: { contains: words.trim(), mode: 'insensitive' },
          },
        },
      ],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST_PICTURES,
    select: {
      id: true,
      alt: true,
      generation: { select: { prompt: true, user: { select: { displayName: true } } } },
    },
  });
  return pictures.map(({ id, alt, generation }) => ({
    id,
    alt,
    prompt: generation.prompt,
    madeBy: generation.user.displayName,
  }));
}
