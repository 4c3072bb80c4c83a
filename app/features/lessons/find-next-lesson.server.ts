import { listLessons } from './list-lessons.server.ts';
import type { LessonSummary } from './list-lessons.server.ts';

/** The lesson that a student goes on with: one that is begun, else the first one that is not done. */
export async function findNextLesson(options: { userId: string }): Promise<LessonSummary | null> {
  const open = (await listLessons(options)).filter(
    ({ isCompleted, isReady }) => !isCompleted && isReady,
  );
  return open.find(({ stepsDone }) => stepsDone > 0) ?? open[0] ?? null;
}
