import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';

/** Whoever looks after students' data: a teacher for classes of their own, an admin for the whole school. */
export interface Keeper {
  id: string;
  role: 'student' | 'teacher' | 'admin';
}

/** Classes whose data this person may take out. */
export function keptBy({ id, role }: Keeper): Prisma.ClassWhereInput {
  return role === 'admin' ? {} : taughtBy(id);
}

/** Students who are, or were, in such a class. */
export function studentsOf(keeper: Keeper): Prisma.UserWhereInput {
  if (keeper.role === 'admin') return { role: 'student' };
  return { role: 'student', memberships: { some: { class: keptBy(keeper) } } };
}

/** Students whom this person may delete: all of their classes are theirs. */
export function deletableBy(keeper: Keeper): Prisma.UserWhereInput {
  return { AND: [studentsOf(keeper), { memberships: { every: { class: keptBy(keeper) } } }] };
}
