import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { findLessons, lessonsDir } from '#app/features/lessons/find-lessons.server.ts';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';

const MOST_COPIES = 100;

/**
 * Begins a teacher's own lesson as a copy of one that comes with Easel. Throws a UserError where they have too many,
 * and a 404 response where there is no such lesson.
 */
export async function createCopy(options: {
  teacherId: string;
  slug: string;
}): Promise<{ id: string }> {
  const { teacherId, slug } = options;
  const lesson = (await findLessons()).find((one) => one.slug === slug);
  if (!lesson) throw new Response(null, { status: 404 });
  if ((await db.lessonCopy.count({ where: { teacherId } })) >= MOST_COPIES)
    throw new UserError('You have 100 lessons of your own. Remove one that you don’t need.');
  const { folder, frontMatter } = lesson;
  return db.lessonCopy.create({
    data: {
      teacherId,
      folder,
      title: frontMatter.title,
      draft: await readFile(path.join(lessonsDir(), folder, 'lesson.md'), 'utf8'),
    },
    select: { id: true },
  });
}
