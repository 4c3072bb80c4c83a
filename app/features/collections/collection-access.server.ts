import { openTo, taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';

/**
 * Collections that this person may open, as part of the query that reads them: their own, those that hang for a
 * class of theirs or for the school, and for a teacher all of the class's.
 */
export async function collectionsFor(userId: string): Promise<Prisma.CollectionWhereInput> {
  const isMember: Prisma.ClassWhereInput = { memberships: { some: { userId, removedAt: null } } };
  const isOfTheSchool = await db.membership.findFirst({ where: { userId, removedAt: null } });
  return {
    OR: [
      { ownerId: userId, class: isMember },
      { shelf: { in: ['class', 'school'] }, class: isMember },
      { class: taughtBy(userId) },
      ...(isOfTheSchool ? [{ shelf: 'school' as const }] : []),
    ],
  };
}

/** Collections that this person may change: their own, in a class that is open to them. */
export function ownCollection(userId: string, id: string): Prisma.CollectionWhereInput {
  return { id, ownerId: userId, class: openTo(userId) };
}
