import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';

interface GiveOptions {
  teacherId: string;
  copyId: string;
  classId: string;
}

/**
 * Gives a class the newest version of a teacher's lesson. Throws a UserError where there is no version yet, and a
 * 404 response where lesson or class are not this teacher's, or the class is over.
 */
export async function giveCopy({ teacherId, copyId, classId }: GiveOptions): Promise<void> {
  const [copy, taught] = await Promise.all([
    db.lessonCopy.findFirst({
      where: { id: copyId, teacherId },
      select: { versions: { orderBy: { number: 'desc' }, take: 1, select: { number: true } } },
    }),
    db.class.findFirst({
      where: { AND: [{ id: classId, archivedAt: null }, taughtBy(teacherId)] },
    }),
  ]);
  if (!copy || !taught) throw new Response(null, { status: 404 });
  const version = copy.versions[0]?.number;
  if (version === undefined)
    throw new UserError('Publish the lesson first; then a class can have it.');
  await db.classLesson.upsert({
    where: { classId_copyId: { classId, copyId } },
    create: { classId, copyId, version },
    update: { version },
  });
}

/** Takes a lesson away from a class; what students did in it is kept. A 404 response where it is not theirs. */
export async function takeCopy({ teacherId, copyId, classId }: GiveOptions): Promise<void> {
  const { count } = await db.classLesson.deleteMany({
    where: { classId, class: taughtBy(teacherId), lesson: { copy: { id: copyId, teacherId } } },
  });
  if (count === 0) throw new Response(null, { status: 404 });
}
