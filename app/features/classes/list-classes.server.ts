import { needsALook } from '#app/features/moderation/needs-a-look.server.ts';
import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';

export interface ClassSummary {
  id: string;
  name: string;
  students: number;
  /** Requests that led to a picture. */
  pictures: number;
  /** Held pictures, flags and asked reviews that wait for a teacher. */
  waiting: number;
}

/** The classes that a teacher teaches, newest first: the open ones, or those in the archive. */
export async function listClasses(options: {
  teacherId: string;
  archived?: boolean;
}): Promise<ClassSummary[]> {
  const { teacherId, archived = false } = options;
  const mine = { ...taughtBy(teacherId), archivedAt: archived ? { not: null } : null };
  const [classes, waiting] = await Promise.all([
    db.class.findMany({
      where: mine,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: {
        id: true,
        name: true,
        _count: {
          select: {
            memberships: { where: { role: 'student', removedAt: null } },
            generations: { where: { pictures: { some: {} } } },
          },
        },
      },
    }),
    db.generation.groupBy({
      by: ['classId'],
      where: { class: mine, ...needsALook },
      _count: { _all: true },
    }),
  ]);
  const waitingIn = new Map(waiting.map(({ classId, _count }) => [classId, _count._all]));
  return classes.map(({ id, name, _count }) => ({
    id,
    name,
    students: _count.memberships,
    pictures: _count.generations,
    waiting: waitingIn.get(id) ?? 0,
  }));
}
