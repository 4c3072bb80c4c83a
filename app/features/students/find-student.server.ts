import { db } from '#app/platform/db.server.ts';
import { deletableBy, keptBy, studentsOf } from './student-access.server.ts';
import type { Keeper } from './student-access.server.ts';

export type StudentData = Awaited<ReturnType<typeof findStudent>>;

/**
 * What Easel holds of a student in the classes of this teacher, or for an admin in all classes, as numbers. A
 * student of other classes does not exist for them: 404.
 */
export async function findStudent({ keeper, studentId }: { keeper: Keeper; studentId: string }) {
  const inClasses = { class: keptBy(keeper) };
  const byStudent = { userId: studentId, ...inClasses };
  const student = await db.user.findFirst({
    where: { AND: [{ id: studentId }, studentsOf(keeper)] },
    include: {
      memberships: {
        where: inClasses,
        orderBy: { createdAt: 'asc' },
        include: { class: { select: { id: true, name: true, archivedAt: true } } },
      },
    },
  });
  if (!student) throw new Response(null, { status: 404 });
  const [deletable, requests, pictures, lessons, submissions] = await Promise.all([
    db.user.count({ where: { AND: [{ id: studentId }, deletableBy(keeper)] } }),
    db.generation.count({ where: byStudent }),
    db.picture.count({ where: { generation: byStudent } }),
    db.lessonProgress.count({ where: byStudent }),
    db.submission.count({ where: { userId: studentId, assignment: inClasses } }),
  ]);
  return {
    id: student.id,
    displayName: student.displayName,
    username: student.username,
    createdAt: student.createdAt,
    classes: student.memberships.map(({ class: { id, name, archivedAt }, removedAt }) => ({
      id,
      name,
      isArchived: archivedAt !== null,
      hasLeft: removedAt !== null,
    })),
    canDelete: deletable > 0,
    counts: { requests, pictures, lessons, submissions },
  };
}
