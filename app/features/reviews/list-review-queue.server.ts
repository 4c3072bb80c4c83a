import { assignees, setBy } from '#app/features/assignments/assignment-access.server.ts';
import { datesFor, isLate } from '#app/features/assignments/due-dates.ts';
import { toSchoolTime } from '#app/features/assignments/school-time.server.ts';
import { rubricSelect } from '#app/features/rubrics/find-rubric.server.ts';
import { fullPoints, sumPoints } from '#app/features/rubrics/rubric.ts';
import { db } from '#app/platform/db.server.ts';
import type { SubmissionState } from '#prisma/generated/client.ts';

/** One student of an assignment and how far their work is. */
export interface QueueEntry {
  student: { id: string; displayName: string };
  /** Null where there is nothing to grade yet. */
  submissionId: string | null;
  state: SubmissionState;
  isLate: boolean;
  /** Nothing was turned in and the student's due date is over. */
  isMissing: boolean;
  turnedInAt: string | null;
  attempt: number;
  /** The draft grade; null while a criterion is open. */
  points: number | null;
  returnedPoints: number | null;
  extendedTo: Date | null;
}

/** An assignment of the teacher's class with its rubric, and where each of its students stands, by name. */
export async function listReviewQueue(options: {
  teacherId: string;
  classId: string;
  assignmentId: string;
}) {
  const { teacherId, classId, assignmentId } = options;
  const found = await db.assignment.findFirst({
    where: { id: assignmentId, ...setBy({ teacherId, classId }) },
    include: {
      criteria: rubricSelect,
      extensions: true,
      group: { select: { name: true } },
      class: { select: { name: true, archivedAt: true } },
    },
  });
  if (!found) throw new Response(null, { status: 404 });
  const { criteria, extensions, ...assignment } = found;
  const students = await db.user.findMany({
    where: assignees(assignment),
    orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      displayName: true,
      submissions: {
        where: { assignmentId },
        include: {
          scores: { select: { criterionId: true, levelId: true } },
          gradeReturns: { orderBy: { id: 'desc' }, take: 1, select: { points: true } },
        },
      },
    },
  });
  const now = new Date();
  const entries = students.map(({ submissions, ...student }): QueueEntry => {
    const [submission] = submissions;
    const extension = extensions.find(({ userId }) => userId === student.id);
    const dates = datesFor(assignment, extension?.dueAt ?? null);
    const attempt = submission?.attempt ?? 0;
    return {
      student,
      submissionId: submission && attempt > 0 ? submission.id : null,
      state: submission?.state ?? 'new',
      isLate: submission?.isLate ?? false,
      isMissing: attempt === 0 && isLate(dates, now),
      turnedInAt: submission?.turnedInAt ? toSchoolTime(submission.turnedInAt) : null,
      attempt,
      points: sumPoints(criteria, submission?.scores ?? []),
      returnedPoints: submission?.gradeReturns[0]?.points ?? null,
      extendedTo: extension?.dueAt ?? null,
    };
  });
  return { assignment, rubric: criteria, outOf: fullPoints(criteria), entries };
}
