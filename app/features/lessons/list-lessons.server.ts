import { findCurrentClass } from '#app/features/classes/find-current-class.server.ts';
import { readCopySlug } from '#app/features/lesson-copies/copy-slug.ts';
import { db } from '#app/platform/db.server.ts';
import { findClassLessons } from './find-class-lessons.server.ts';
import { findMissingNeeds } from './find-missing-needs.server.ts';

export interface LessonSummary {
  slug: string;
  number: number;
  title: string;
  summary: string;
  minutes: number;
  ages: string;
  coverUrl: string;
  steps: number;
  /** Steps with evidence; 0 where the lesson is not begun, and for teachers. */
  stepsDone: number;
  isCompleted: boolean;
  /** Everything that it takes is there. */
  isReady: boolean;
  /** Of a teacher of the class, and none that comes with Easel. */
  isCopy: boolean;
}

/** All lessons in their order, those of the class's teachers first, each with how far this user is in it in a class, or in the one they work in now. */
export async function listLessons(options: {
  userId: string;
  classId?: string;
}): Promise<LessonSummary[]> {
  const { userId } = options;
  const classId = options.classId ?? (await findCurrentClass({ userId }))?.id ?? null;
  const lessons = await findClassLessons({ classId, userId });
  const rows = classId
    ? await db.lessonProgress.findMany({
        where: { userId, classId },
        select: { lessonSlug: true, stepIndex: true, completedAt: true },
      })
    : [];
  const bySlug = new Map(rows.map((row) => [row.lessonSlug, row]));
  const missing = await Promise.all(
    lessons.map(({ frontMatter }) => findMissingNeeds(frontMatter.needs, false)),
  );
  return lessons.map(({ slug, frontMatter, steps }, at) => {
    const { number, title, summary, minutes, ages, cover } = frontMatter;
    const progress = bySlug.get(slug);
    return {
      slug,
      number,
      title,
      summary,
      minutes,
      ages,
      coverUrl: `/lessons/${slug}/pictures/${cover}`,
      steps: steps.length,
      stepsDone: Math.min(progress?.stepIndex ?? 0, steps.length),
      isCompleted: Boolean(progress?.completedAt),
      isReady: missing[at]?.length === 0,
      isCopy: readCopySlug(slug) !== null,
    };
  });
}
