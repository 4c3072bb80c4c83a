import { db } from '#app/platform/db.server.ts';
import { findCurrentClass } from './find-current-class.server.ts';
import type { CurrentClass } from './find-current-class.server.ts';

/**
 * The class that an address names, or else the one that this person works in now; null where they have none. A 404
 * response where they are not in the named one, or it is over.
 */
export async function findChosenClass(options: {
  userId: string;
  classId: string | null;
}): Promise<CurrentClass | null> {
  const { userId, classId } = options;
  if (classId === null) return findCurrentClass({ userId });
  const membership = await db.membership.findFirst({
    where: { userId, classId, removedAt: null, class: { archivedAt: null } },
    select: { role: true, class: { select: { id: true, name: true } } },
  });
  if (!membership) throw new Response(null, { status: 404 });
  return { ...membership.class, role: membership.role };
}
