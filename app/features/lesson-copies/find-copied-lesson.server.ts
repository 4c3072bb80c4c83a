import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import type { Lesson } from '#lessons/schema.ts';
import { copySlug } from './copy-slug.ts';
import { parseCopy } from './parse-copy.server.ts';

/** Who asks for a lesson, and the class that they work in now. */
export interface LessonViewer {
  userId: string;
  classId: string | null;
}

/**
 * A teacher's lesson as this person has it: a student the version that they began, or the one that their class is
 * given now; a teacher of a class that has it, and whoever wrote it, the newest. Null where it is not theirs.
 */
export async function findCopiedLesson(options: {
  copyId: string;
  viewer: LessonViewer;
}): Promise<Lesson | null> {
  const { copyId, viewer } = options;
  const { userId, classId } = viewer;
  const copy = await db.lessonCopy.findFirst({
    where: {
      id: copyId,
      OR: [
        { teacherId: userId },
        { versions: { some: { classes: { some: { class: taughtBy(userId) } } } } },
      ],
    },
    select: { folder: true, versions: { orderBy: { number: 'desc' }, take: 1 } },
  });
  const newest = copy?.versions[0];
  if (copy && newest) return parseCopy({ id: copyId, folder: copy.folder, text: newest.text });
  if (!classId) return null;
  const given = await findGiven({ copyId, userId, classId });
  if (!given) return null;
  const { folder, versions } = given.lesson.copy;
  const progress = await db.lessonProgress.findUnique({
    where: { classId_userId_lessonSlug: { classId, userId, lessonSlug: copySlug(copyId) } },
    select: { lessonHash: true },
  });
  const begun = versions.find(({ hash }) => hash === progress?.lessonHash);
  return parseCopy({ id: copyId, folder, text: (begun ?? given.lesson).text });
}

/** The version that a class is given now, for one of its members. */
export function findGiven(options: { copyId: string; userId: string; classId: string }) {
  const { copyId, userId, classId } = options;
  return db.classLesson.findFirst({
    where: { copyId, classId, class: { memberships: { some: { userId, removedAt: null } } } },
    select: {
      lesson: {
        select: {
          text: true,
          hash: true,
          copy: { select: { folder: true, versions: { select: { hash: true, text: true } } } },
        },
      },
    },
  });
}
