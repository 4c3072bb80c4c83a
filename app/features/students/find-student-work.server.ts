import { db } from '#app/platform/db.server.ts';
import { keptBy } from './student-access.server.ts';
import type { Keeper } from './student-access.server.ts';

/**
 * A student's lessons, submissions with what was returned, and reviews, as an export holds them. What a teacher
 * has drafted and not returned is not in it.
 */
export async function findStudentWork({
  keeper,
  studentId,
}: {
  keeper: Keeper;
  studentId: string;
}) {
  const inClasses = { class: keptBy(keeper) };
  const className = { class: { select: { name: true } } };
  const [lessons, submissions, reviews] = await Promise.all([
    db.lessonProgress.findMany({
      where: { userId: studentId, ...inClasses },
      orderBy: { startedAt: 'asc' },
      select: {
        lessonSlug: true,
        startedAt: true,
        completedAt: true,
        attempts: true,
        ...className,
        evidence: {
          orderBy: { createdAt: 'asc' },
          select: { stepId: true, kind: true, body: true, createdAt: true },
        },
      },
    }),
    db.submission.findMany({
      where: { userId: studentId, assignment: inClasses },
      orderBy: { createdAt: 'asc' },
      select: {
        state: true,
        text: true,
        turnedInAt: true,
        isLate: true,
        assignment: { select: { title: true, instructions: true, dueAt: true, ...className } },
        pictures: { orderBy: { position: 'asc' }, select: { pictureId: true } },
        versions: {
          orderBy: { attempt: 'asc' },
          select: { attempt: true, text: true, pictureIds: true, turnedInAt: true, isLate: true },
        },
        gradeReturns: {
          orderBy: { id: 'asc' },
          select: { points: true, outOf: true, scores: true, remark: true, createdAt: true },
        },
        comments: {
          where: { publishedAt: { not: null } },
          orderBy: { createdAt: 'asc' },
          select: { text: true, pictureId: true, region: true, publishedAt: true },
        },
      },
    }),
    db.peerReview.findMany({
      where: { reviewerId: studentId, submission: { assignment: inClasses } },
      orderBy: { id: 'asc' },
      select: {
        levels: true,
        comment: true,
        submittedAt: true,
        submission: { select: { assignment: { select: { title: true } } } },
      },
    }),
  ]);
  return {
    lessons,
    assignments: submissions,
    reviews: reviews.map(({ submission, ...review }) => ({
      assignment: submission.assignment.title,
      ...review,
    })),
  };
}
