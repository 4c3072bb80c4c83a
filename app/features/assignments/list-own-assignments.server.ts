import { db } from '#app/platform/db.server.ts';
import type { SubmissionState } from '#prisma/generated/client.ts';
import { assignedTo } from './assignment-access.server.ts';
import { datesFor, isClosed, isLate } from './due-dates.ts';
import { toSchoolTime } from './school-time.server.ts';

export interface OwnAssignmentSummary {
  id: string;
  title: string;
  className: string;
  state: SubmissionState;
  dueAt: string | null;
  /** The due date is over, or the work came after it. */
  isLate: boolean;
  /** Nothing is taken any more. */
  isClosed: boolean;
  /** It is the student's turn. */
  isToDo: boolean;
  points: number | null;
  outOf: number | null;
  peersToReview: number;
}

/** What a student is asked to do in their open classes: what is to do first, the earliest due date in front. */
export async function listOwnAssignments(options: {
  userId: string;
}): Promise<OwnAssignmentSummary[]> {
  const { userId } = options;
  const now = new Date();
  const [assignments, peerReviews] = await Promise.all([
    db.assignment.findMany({
      where: { AND: [{ class: { archivedAt: null } }, assignedTo(userId, now)] },
      include: {
        class: { select: { name: true } },
        extensions: { where: { userId } },
        submissions: {
          where: { userId },
          include: { gradeReturns: { orderBy: { id: 'desc' }, take: 1 } },
        },
      },
    }),
    db.peerReview.findMany({
      where: { reviewerId: userId, submittedAt: null },
      select: { submission: { select: { assignmentId: true } } },
    }),
  ]);
  return assignments
    .map((assignment) => {
      const [submission] = assignment.submissions;
      const dates = datesFor(assignment, assignment.extensions[0]?.dueAt ?? null);
      const state = submission?.state ?? 'new';
      const closed = isClosed(dates, now);
      const isWithTeacher = state === 'turnedIn' || state === 'returned';
      const peersToReview = peerReviews.filter(
        (each) => each.submission.assignmentId === assignment.id,
      ).length;
      const summary: OwnAssignmentSummary = {
        id: assignment.id,
        title: assignment.title,
        className: assignment.class.name,
        state,
        dueAt: dates.dueAt && toSchoolTime(dates.dueAt),
        isLate: isWithTeacher ? (submission?.isLate ?? false) : isLate(dates, now),
        isClosed: closed,
        isToDo: (!isWithTeacher && !closed) || peersToReview > 0,
        points: submission?.gradeReturns[0]?.points ?? null,
        outOf: submission?.gradeReturns[0]?.outOf ?? null,
        peersToReview,
      };
      return { summary, dueMs: dates.dueAt?.getTime() ?? Infinity };
    })
    .sort((a, b) => Number(b.summary.isToDo) - Number(a.summary.isToDo) || order(a.dueMs, b.dueMs))
    .map(({ summary }) => summary);
}

/** Two that are never due are equal; their difference would be no number. */
function order(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
