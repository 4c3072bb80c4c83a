import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';

/** Assignments that are given to this student: released, in a class of theirs, for everybody or a group of theirs. */
export function assignedTo(userId: string, now: Date): Prisma.AssignmentWhereInput {
  return {
    opensAt: { lte: now },
    class: { memberships: { some: { userId, role: 'student', removedAt: null } } },
    OR: [{ groupId: null }, { group: { members: { some: { userId } } } }],
  };
}

/** Assignments of a class that this teacher teaches now. */
export function setBy(options: {
  teacherId: string;
  classId: string;
}): Prisma.AssignmentWhereInput & { classId: string } {
  return { classId: options.classId, class: taughtBy(options.teacherId) };
}

/** Those of the class who are to do the assignment: everybody, or the members of its group. */
export function assignees(assignment: {
  classId: string;
  groupId: string | null;
}): Prisma.UserWhereInput {
  const { classId, groupId } = assignment;
  return {
    memberships: { some: { classId, role: 'student', removedAt: null } },
    ...(groupId && { groups: { some: { groupId } } }),
  };
}
