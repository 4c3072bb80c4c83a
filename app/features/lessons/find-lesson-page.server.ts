import type { SignedInUser } from '#app/features/accounts/require-user.server.ts';
import { findCurrentClass } from '#app/features/classes/find-current-class.server.ts';
import { buildLessonPage } from './build-lesson-page.server.ts';
import { findLesson } from './find-lesson.server.ts';
import { hasNewerVersion } from './follow-lesson.server.ts';

interface FindLessonPageOptions {
  user: SignedInUser;
  slug: string;
  /** The step that the address names; without it, where the student left off. */
  stepId?: string | undefined;
}

/** What the screen of a lesson shows. */
export type LessonScreenPage = Awaited<ReturnType<typeof buildLessonPage>>;
export type LessonPage = Awaited<ReturnType<typeof findLessonPage>>;

/**
 * One screen of a lesson, for a student with their own work and without the teacher's notes and answers;
 * for a teacher with them, every step open and nothing to send. `step` is null on the last screen.
 */
export async function findLessonPage({ user, slug, stepId }: FindLessonPageOptions) {
  const currentClass = await findCurrentClass({ userId: user.id });
  const classId = currentClass?.id ?? null;
  const lesson = await findLesson({ slug, viewer: { userId: user.id, classId } });
  const isTeacher = user.role !== 'student';
  const learner = !isTeacher && classId ? { userId: user.id, classId } : null;
  return {
    ...(await buildLessonPage({ lesson, viewerId: user.id, learner, isTeacher, stepId })),
    needsClass: !isTeacher && !currentClass,
    hasNewerVersion: learner !== null && (await hasNewerVersion({ learner, lesson })),
  };
}
