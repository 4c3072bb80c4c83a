import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { listRoster } from './list-roster.server.ts';

/** The groups of a class of the teacher's by name, with their members, and the students to choose from. */
export async function findGroups(options: { teacherId: string; classId: string }) {
  const { teacherId, classId } = options;
  const [groups, roster] = await Promise.all([
    db.group.findMany({
      where: { classId, class: taughtBy(teacherId) },
      orderBy: { name: 'asc' },
      include: { members: { select: { userId: true } } },
    }),
    listRoster({ classId }),
  ]);
  return {
    groups: groups.map(({ id, name, members }) => ({
      id,
      name,
      members: members.map(({ userId }) => userId),
    })),
    students: roster.map(({ id, displayName }) => ({ id, displayName })),
  };
}

export type ClassGroups = Awaited<ReturnType<typeof findGroups>>;
