import { findClassLessons } from '#app/features/lessons/find-class-lessons.server.ts';
import type { Evidence } from '#app/features/lessons/lesson-form.ts';
import { db } from '#app/platform/db.server.ts';
import type { Lesson } from '#lessons/schema.ts';

/** What a student said in a lesson before or after making its pictures. */
export interface Prediction {
  lesson: string;
  step: string;
  kind: 'predict' | 'explain';
  words: string;
}

/** A student's predictions and claims in these lessons, in the order in which they were made. */
export async function findPredictions(options: {
  userId: string;
  classId: string;
  lessonSlugs: string[];
}): Promise<Prediction[]> {
  const { userId, classId, lessonSlugs } = options;
  if (lessonSlugs.length === 0) return [];
  const [lessons, evidence] = await Promise.all([
    findClassLessons({ classId, userId }),
    db.stepEvidence.findMany({
      where: {
        kind: { in: ['predict', 'explain'] },
        progress: { userId, classId, lessonSlug: { in: lessonSlugs } },
      },
      orderBy: { createdAt: 'asc' },
      include: { progress: { select: { lessonSlug: true } } },
    }),
  ]);
  return evidence.flatMap(({ stepId, body, progress }) => {
    const lesson = lessons.find(({ slug }) => slug === progress.lessonSlug);
    return lesson ? describe(lesson, stepId, body as unknown as Evidence) : [];
  });
}

function describe(lesson: Lesson, stepId: string, body: Evidence): Prediction[] {
  const step = lesson.steps.find(({ id }) => id === stepId);
  const place = { lesson: lesson.frontMatter.title, step: step?.title ?? stepId };
  if (body.kind === 'explain') return [{ ...place, kind: 'explain', words: body.claim }];
  if (body.kind !== 'predict') return [];
  const { activity } = step ?? {};
  const chosen = activity?.kind === 'predict' ? activity.choices[body.choice]?.text : undefined;
  const words = [chosen, body.reason].filter(Boolean).join('. ');
  return [{ ...place, kind: 'predict', words }];
}
