import { readCopySlug } from '#app/features/lesson-copies/copy-slug.ts';
import { findCopiedLesson } from '#app/features/lesson-copies/find-copied-lesson.server.ts';
import type { LessonViewer } from '#app/features/lesson-copies/find-copied-lesson.server.ts';
import type { Lesson, Step } from '#lessons/schema.ts';
import { findLessons } from './find-lessons.server.ts';

interface FindLessonOptions {
  slug: string;
  /** Lessons that come with Easel are for everybody, a teacher's own for their classes. */
  viewer: LessonViewer;
}

/** The lesson of this slug as this person has it; one that is not there for them answers 404. */
export async function findLesson({ slug, viewer }: FindLessonOptions): Promise<Lesson> {
  const copyId = readCopySlug(slug);
  const lesson = copyId
    ? await findCopiedLesson({ copyId, viewer })
    : (await findLessons()).find((one) => one.slug === slug);
  if (!lesson) throw new Response(null, { status: 404 });
  return lesson;
}

/** A step of a lesson and its place; one that is not there answers 404. */
export function findStep(lesson: Lesson, stepId: string): { step: Step; index: number } {
  const index = lesson.steps.findIndex(({ id }) => id === stepId);
  const step = lesson.steps[index];
  if (!step) throw new Response(null, { status: 404 });
  return { step, index };
}
