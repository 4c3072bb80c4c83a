import { db } from '#app/platform/db.server.ts';

/** Who teaches a class, in the order in which they came. */
export async function listTeachers(options: {
  classId: string;
}): Promise<{ id: string; displayName: string }[]> {
  const memberships = await db.membership.findMany({
    where: { classId: options.classId, role: 'teacher', removedAt: null },
    orderBy: [{ createdAt: 'asc' }, { userId: 'asc' }],
    select: { user: { select: { id: true, displayName: true } } },
  });
  return memberships.map(({ user }) => user);
}
