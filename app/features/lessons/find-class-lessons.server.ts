import { listClassCopies } from '#app/features/lesson-copies/list-class-copies.server.ts';
import type { Lesson } from '#lessons/schema.ts';
import { findLessons } from './find-lessons.server.ts';

/** All lessons that a class can work through: those that its teachers gave it, then those that come with Easel. */
export async function findClassLessons(options: {
  classId: string | null;
  /** Has each lesson in the version that this student began. */
  userId?: string;
}): Promise<Lesson[]> {
  const { classId, userId } = options;
  const [copies, lessons] = await Promise.all([
    classId ? listClassCopies({ classId, ...(userId && { userId }) }) : [],
    findLessons(),
  ]);
  return [...copies, ...lessons];
}
