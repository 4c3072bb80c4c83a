import { db } from '#app/platform/db.server.ts';

export interface AttachablePicture {
  id: string;
  alt: string;
  prompt: string;
}

const MOST_PICTURES = 60;

/** A student's own approved pictures of a class, newest first; those of the assignment's lesson before others. */
export async function listAttachable(options: {
  userId: string;
  classId: string;
  lessonSlug: string | null;
}): Promise<AttachablePicture[]> {
  const { userId, classId, lessonSlug } = options;
  const find = (isOfLesson: boolean) =>
    db.picture.findMany({
      where: {
        state: 'approved',
        generation: {
          userId,
          classId,
          isLive: false,
          mode: { not: 'upload' },
          ...(lessonSlug &&
            (isOfLesson
              ? { lessonSlug }
              : { OR: [{ lessonSlug: null }, { lessonSlug: { not: lessonSlug } }] })),
        },
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: MOST_PICTURES,
      select: { id: true, alt: true, generation: { select: { prompt: true } } },
    });
  const [ofLesson, others] = await Promise.all([lessonSlug ? find(true) : [], find(false)]);
  return [...ofLesson, ...others]
    .slice(0, MOST_PICTURES)
    .map(({ id, alt, generation }) => ({ id, alt, prompt: generation.prompt }));
}
