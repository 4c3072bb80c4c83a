import { db } from '#app/platform/db.server.ts';

export interface CurrentClass {
  id: string;
  name: string;
  role: 'student' | 'teacher';
}

/** The class that a user works in now: the one joined last, archived ones left out. */
export async function findCurrentClass({
  userId,
}: {
  userId: string;
}): Promise<CurrentClass | null> {
  const membership = await db.membership.findFirst({
    where: { userId, removedAt: null, class: { archivedAt: null } },
    orderBy: [{ createdAt: 'desc' }, { classId: 'desc' }],
    select: { role: true, class: { select: { id: true, name: true } } },
  });
  return membership && { ...membership.class, role: membership.role };
}
