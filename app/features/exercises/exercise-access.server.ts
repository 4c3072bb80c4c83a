import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';

/** Exercises of a class that this teacher teaches now. */
export function setUpBy(options: { teacherId: string; classId: string }) {
  return {
    classId: options.classId,
    class: taughtBy(options.teacherId),
  } satisfies Prisma.ExerciseWhereInput;
}

/** Exercises of the classes in which this person is a student now. */
export function givenTo(userId: string): Prisma.ExerciseWhereInput {
  return {
    class: {
      archivedAt: null,
      memberships: { some: { userId, role: 'student', removedAt: null } },
    },
  };
}

/** Pictures that a class may see now: approved, and not somebody's upload. */
export const SHOWN: Prisma.PictureWhereInput = {
  state: 'approved',
  generation: { mode: { not: 'upload' } },
};
