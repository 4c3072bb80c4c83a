import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { assignees } from './assignment-access.server.ts';
import { toSchoolTime } from './school-time.server.ts';

/** The assignments of a class of the teacher's, newest first, with how far they are. */
export async function listClassAssignments(options: { teacherId: string; classId: string }) {
  const { teacherId, classId } = options;
  const now = new Date();
  const assignments = await db.assignment.findMany({
    where: { classId, class: taughtBy(teacherId) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    include: {
      group: { select: { name: true } },
      submissions: { where: { attempt: { gt: 0 } }, select: { state: true } },
    },
  });
  return Promise.all(
    assignments.map(async ({ submissions, ...assignment }) => ({
      id: assignment.id,
      title: assignment.title,
      group: assignment.group?.name ?? null,
      isReleased: assignment.opensAt !== null && assignment.opensAt <= now,
      opensAt: assignment.opensAt && toSchoolTime(assignment.opensAt),
      dueAt: assignment.dueAt && toSchoolTime(assignment.dueAt),
      students: await db.user.count({ where: assignees(assignment) }),
      turnedIn: submissions.filter(({ state }) => state === 'turnedIn').length,
      returned: submissions.filter(({ state }) => state === 'returned').length,
    })),
  );
}

export type ClassAssignment = Awaited<ReturnType<typeof listClassAssignments>>[number];
