import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';

/**
 * Words and styles that this person may see and use, as part of the query that reads them: their own, those
 * that a teacher shared with a class of theirs, and for a teacher all of the class's.
 */
export function conceptsFor(userId: string): Prisma.ConceptWhereInput {
  const isMember: Prisma.ClassWhereInput = { memberships: { some: { userId, removedAt: null } } };
  return {
    OR: [
      { userId, class: isMember },
      { sharedAt: { not: null }, class: isMember },
      { class: taughtBy(userId) },
    ],
  };
}
