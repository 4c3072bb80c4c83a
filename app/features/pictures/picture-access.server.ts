import type { Prisma } from '#prisma/generated/client.ts';

/** Classes that this person teaches now. */
export function taughtBy(userId: string): Prisma.ClassWhereInput {
  return { memberships: { some: { userId, role: 'teacher', removedAt: null } } };
}

/**
 * Pictures whose bytes may reach this person, as part of the query that reads them: approved ones for their
 * maker and for members of the class; for the class's teacher all of them, held and removed ones too. What
 * somebody uploaded may show anyone or anything: classmates never see it.
 */
export function visibleTo(userId: string): Prisma.PictureWhereInput {
  const isMember: Prisma.ClassWhereInput = { memberships: { some: { userId, removedAt: null } } };
  return {
    OR: [
      {
        state: 'approved',
        generation: { OR: [{ userId }, { class: isMember, mode: { not: 'upload' } }] },
      },
      { generation: { class: taughtBy(userId) } },
    ],
  };
}
