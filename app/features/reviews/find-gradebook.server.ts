import { rubricSelect } from '#app/features/rubrics/find-rubric.server.ts';
import { fullPoints, sumPoints } from '#app/features/rubrics/rubric.ts';
import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import type { SubmissionState } from '#prisma/generated/client.ts';

/** One student's standing in one assignment. */
export interface GradebookCell {
  state: SubmissionState;
  isLate: boolean;
  /** What the student was told; null where nothing was. */
  points: number | null;
  /** What is drafted, where that is something else. */
  draft: number | null;
}

/** The grades of a class: its students by name, its released assignments in order, a cell for each pair. */
export async function findGradebook(options: { teacherId: string; classId: string }) {
  const { teacherId, classId } = options;
  const [assignments, students] = await Promise.all([
    db.assignment.findMany({
      where: { classId, class: taughtBy(teacherId), opensAt: { not: null } },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: {
        id: true,
        title: true,
        group: { select: { members: { select: { userId: true } } } },
        criteria: rubricSelect,
        submissions: {
          select: {
            userId: true,
            state: true,
            isLate: true,
            scores: { select: { criterionId: true, levelId: true } },
            gradeReturns: { orderBy: { id: 'desc' }, take: 1, select: { points: true } },
          },
        },
      },
    }),
    db.user.findMany({
      where: {
        memberships: {
          some: { classId, role: 'student', removedAt: null, class: taughtBy(teacherId) },
        },
      },
      orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
      select: { id: true, displayName: true, username: true },
    }),
  ]);
  return {
    assignments: assignments.map(({ id, title, criteria }) => ({
      id,
      title,
      outOf: criteria.length > 0 ? fullPoints(criteria) : null,
    })),
    rows: students.map((student) => ({
      student,
      // Null where the assignment is for a group that the student is not in.
      cells: assignments.map(({ group, criteria, submissions }): GradebookCell | null => {
        if (group && !group.members.some(({ userId }) => userId === student.id)) return null;
        const submission = submissions.find(({ userId }) => userId === student.id);
        const points = submission?.gradeReturns[0]?.points ?? null;
        const drafted = submission ? sumPoints(criteria, submission.scores) : null;
        return {
          state: submission?.state ?? 'new',
          isLate: submission?.isLate ?? false,
          points,
          draft: drafted === points ? null : drafted,
        };
      }),
    })),
  };
}

export type Gradebook = Awaited<ReturnType<typeof findGradebook>>;
