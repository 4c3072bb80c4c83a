import { findDemoPeople } from '#app/features/accounts/find-demo-people.server.ts';
import type { SignedInUser } from '#app/features/accounts/find-user.server.ts';
import { listOwnAssignments } from '#app/features/assignments/list-own-assignments.server.ts';
import { findCurrentClass } from '#app/features/classes/find-current-class.server.ts';
import { listClasses } from '#app/features/classes/list-classes.server.ts';
import { listOwnExercises } from '#app/features/exercises/list-exercises.server.ts';
import { findNextLesson } from '#app/features/lessons/find-next-lesson.server.ts';
import { findLastPictures } from '#app/features/pictures/find-last-pictures.server.ts';
import { findNearClocks } from '#app/features/retention/find-retention.server.ts';

/** What the first page shows, by who looks at it. */
export async function findHome(user: SignedInUser | null) {
  if (!user) return { kind: 'visitor' as const, demo: await findDemoPeople() };
  const { id: userId, displayName } = user;
  if (user.role !== 'student')
    return {
      kind: 'teacher' as const,
      displayName,
      classes: await listClasses({ teacherId: userId }),
      near: await findNearClocks(userId),
    };
  const [currentClass, lesson, pictures, assignments, exercises] = await Promise.all([
    findCurrentClass({ userId }),
    findNextLesson({ userId }),
    findLastPictures({ userId }),
    listOwnAssignments({ userId }),
    listOwnExercises({ userId }),
  ]);
  const toJudge = exercises.filter((exercise) => exercise.isToDo);
  const toDo = assignments.filter(({ isToDo }) => isToDo);
  return { kind: 'student' as const, displayName, currentClass, lesson, pictures, toDo, toJudge };
}
