import { db } from '#app/platform/db.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';

/** Classes that this person teaches now. */
export function taughtBy(userId: string): Prisma.ClassWhereInput {
  return { memberships: { some: { userId, role: 'teacher', removedAt: null } } };
}

/** Classes that this person belongs to now, as a student or as a teacher. */
function joinedBy(userId: string): Prisma.ClassWhereInput {
  return { memberships: { some: { userId, removedAt: null } } };
}

/** Classes in which this person may make something now: they belong to it, and it is not archived. */
export function openTo(userId: string): Prisma.ClassWhereInput {
  return { archivedAt: null, ...joinedBy(userId) };
}

/**
 * Pictures whose bytes may reach this person, as part of the query that reads them. Approved ones for their maker;
 * for classmates those that hang in the gallery, that they judge or review unnamed, or that the teacher has put
 * before everybody; for whoever is in a class those that hang for the school; for the class's teacher all of them,
 * held and removed ones too. What somebody uploaded may show anyone or anything: classmates never see it.
 */
export async function visibleTo(userId: string): Promise<Prisma.PictureWhereInput> {
  const joined = joinedBy(userId);
  const isOfTheSchool = await db.membership.findFirst({
    where: { userId, removedAt: null },
    select: { classId: true },
  });
  return {
    OR: [
      { state: 'approved', generation: { userId } },
      {
        state: 'approved',
        generation: { class: joined, mode: { not: 'upload' } },
        OR: [
          { generation: { shelf: { in: ['class', 'school'] } } },
          {
            submissions: {
              some: { submission: { peerReviews: { some: { reviewerId: userId } } } },
            },
          },
          { exercises: { some: { exercise: { class: joined } } } },
          { spotlights: { some: { class: joined } } },
        ],
      },
      ...(isOfTheSchool
        ? [{ state: 'approved' as const, generation: { shelf: 'school' as const } }]
        : []),
      { generation: { class: taughtBy(userId) } },
    ],
  };
}
