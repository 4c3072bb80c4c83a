import type { Lesson, Step } from '#lessons/schema.ts';
import { findLessons } from './find-lessons.server.ts';

/** The lesson of this slug; a lesson that is not there answers 404. */
export async function findLesson({ slug }: { slug: string }): Promise<Lesson> {
  const lesson = (await findLessons()).find((one) => one.slug === slug);
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
