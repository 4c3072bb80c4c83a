import { LessonError } from '#lessons/lesson-error.ts';
import type { Mistake } from '#lessons/lesson-error.ts';
import type { Lesson } from '#lessons/schema.ts';
import { parseCopy } from './parse-copy.server.ts';

/** A draft as a lesson, or what its author has to put right first. */
export async function readMistakes(
  copy: Parameters<typeof parseCopy>[0],
): Promise<{ lesson: Lesson; mistakes: [] } | { lesson: null; mistakes: Mistake[] }> {
  try {
    return { lesson: await parseCopy(copy), mistakes: [] };
  } catch (error) {
    if (!(error instanceof LessonError)) throw error;
    return { lesson: null, mistakes: error.mistakes };
  }
}
