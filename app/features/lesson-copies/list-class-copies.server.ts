import { db } from '#app/platform/db.server.ts';
import type { Lesson } from '#lessons/schema.ts';
import { copySlug } from './copy-slug.ts';
import { parseCopy } from './parse-copy.server.ts';

/**
 * The lessons of its teachers that a class has, in the order in which it got them: in the version that it is given
 * now, or for one student in the version that they began.
 */
export async function listClassCopies(options: {
  classId: string;
  userId?: string;
}): Promise<Lesson[]> {
  const { classId, userId } = options;
  const [given, begun] = await Promise.all([
    db.classLesson.findMany({
      where: { classId },
      orderBy: [{ givenAt: 'asc' }, { copyId: 'asc' }],
      select: {
        copyId: true,
        lesson: { select: { text: true, copy: { select: { folder: true, versions: true } } } },
      },
    }),
    userId
      ? db.lessonProgress.findMany({
          where: { classId, userId },
          select: { lessonSlug: true, lessonHash: true },
        })
      : [],
  ]);
  return Promise.all(
    given.map(({ copyId, lesson }) => {
      const { folder, versions } = lesson.copy;
      const pinned = begun.find(({ lessonSlug }) => lessonSlug === copySlug(copyId))?.lessonHash;
      const text = versions.find(({ hash }) => hash === pinned)?.text ?? lesson.text;
      return parseCopy({ id: copyId, folder, text });
    }),
  );
}
