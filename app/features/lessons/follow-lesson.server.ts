import { readCopySlug } from '#app/features/lesson-copies/copy-slug.ts';
import { findGiven } from '#app/features/lesson-copies/find-copied-lesson.server.ts';
import { db } from '#app/platform/db.server.ts';
import type { Lesson } from '#lessons/schema.ts';
import { findLesson } from './find-lesson.server.ts';
import { findProgress } from './lesson-progress.server.ts';
import type { Learner } from './lesson-progress.server.ts';

/** Whether a learner's class is given a newer version of this lesson than the one that they began. */
export async function hasNewerVersion(options: {
  learner: Learner;
  lesson: Lesson;
}): Promise<boolean> {
  const { learner, lesson } = options;
  const copyId = readCopySlug(lesson.slug);
  const given = copyId ? await findGiven({ copyId, ...learner }) : null;
  return given !== null && given.lesson.hash !== lesson.hash;
}

/**
 * Moves a student on to the version that their class is given now. Steps that it still has stay done; a new one is
 * open, also in a lesson that was finished. A 404 response where there is no such lesson for them.
 */
export async function followLesson(options: { learner: Learner; slug: string }): Promise<void> {
  const { learner, slug } = options;
  const copyId = readCopySlug(slug);
  const given = copyId ? await findGiven({ copyId, ...learner }) : null;
  if (!given) throw new Response(null, { status: 404 });
  const where = { ...learner, lessonSlug: slug };
  await db.lessonProgress.updateMany({ where, data: { lessonHash: given.lesson.hash } });
  const lesson = await findLesson({ slug, viewer: learner });
  const progress = await findProgress(learner, lesson);
  if (!progress) return;
  const { stepIndex, completedAt } = progress;
  const isOver = stepIndex >= lesson.steps.length;
  await db.lessonProgress.updateMany({
    where,
    data: { stepIndex, completedAt: isOver ? (completedAt ?? new Date()) : null },
  });
}
