import { setBy } from '#app/features/assignments/assignment-access.server.ts';
import { findPredictions } from '#app/features/assignments/find-predictions.server.ts';
import { findSubmittedPictures } from '#app/features/assignments/find-submitted-pictures.server.ts';
import { toSchoolTime } from '#app/features/assignments/school-time.server.ts';
import { db } from '#app/platform/db.server.ts';
import { findPeerVerdicts } from './find-peer-verdicts.server.ts';
import type { Region } from './grade-form.ts';

/** A comment and what it points at. */
export interface PinnedComment {
  id: string;
  text: string;
  author: string;
  isOwn: boolean;
  pictureId: string | null;
  region: Region | null;
  quote: { start: number; end: number } | null;
  isPublished: boolean;
}

export type Review = Awaited<ReturnType<typeof findReview>>;

/**
 * One submission as a grader sees it: the newest version that was turned in with its whole process, the draft
 * grade, the comments, what was returned before, and what the other students said. A submission that is not
 * the teacher's, or was never turned in, does not exist for them: 404.
 */
export async function findReview(options: {
  teacherId: string;
  classId: string;
  submissionId: string;
}) {
  const { teacherId, classId, submissionId } = options;
  const submission = await db.submission.findFirst({
    where: { id: submissionId, attempt: { gt: 0 }, assignment: setBy({ teacherId, classId }) },
    include: {
      user: { select: { id: true, displayName: true } },
      assignment: { select: { version: true, lessonSlug: true } },
      versions: { orderBy: { attempt: 'desc' } },
      scores: { include: { grader: { select: { displayName: true } } } },
      gradeReturns: { orderBy: { id: 'desc' }, take: 1 },
      comments: {
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        include: { author: { select: { displayName: true } } },
      },
    },
  });
  const [version] = submission?.versions ?? [];
  if (!submission || !version) throw new Response(null, { status: 404 });
  const { user, assignment, scores, gradeReturns, comments } = submission;
  const pictures = await findSubmittedPictures({
    userId: user.id,
    classId,
    pictureIds: version.pictureIds,
    showAll: true,
  });
  const slugs = new Set([assignment.lessonSlug, ...pictures.map(({ lessonSlug }) => lessonSlug)]);
  const lessonSlugs = [...slugs].filter((slug) => slug !== null);
  const [predictions, peers] = await Promise.all([
    findPredictions({ userId: user.id, classId, lessonSlugs }),
    findPeerVerdicts({ submissionId }),
  ]);
  const [grade] = gradeReturns;
  return {
    id: submission.id,
    revision: submission.revision,
    state: submission.state,
    student: user,
    attempt: version.attempt,
    isLate: version.isLate,
    turnedInAt: toSchoolTime(version.turnedInAt),
    isOldVersion: version.assignmentVersion < assignment.version,
    text: version.text,
    pictures,
    predictions,
    earlier: submission.versions.slice(1).map(({ attempt, turnedInAt, text, pictureIds }) => ({
      attempt,
      turnedInAt: toSchoolTime(turnedInAt),
      text,
      pictureIds,
    })),
    scores: scores.map(({ criterionId, levelId, remark, grader }) => ({
      criterionId,
      levelId,
      remark,
      grader: grader?.displayName ?? null,
    })),
    remark: submission.remark,
    isExample: submission.isExample,
    comments: comments.map((comment): PinnedComment => ({
      id: comment.id,
      text: comment.text,
      author: comment.author.displayName,
      isOwn: comment.authorId === teacherId,
      pictureId: comment.pictureId,
      region: comment.region as Region | null,
      quote:
        comment.quoteStart !== null && comment.quoteEnd !== null
          ? { start: comment.quoteStart, end: comment.quoteEnd }
          : null,
      isPublished: comment.publishedAt !== null,
    })),
    returned: grade && {
      points: grade.points,
      outOf: grade.outOf,
      at: toSchoolTime(grade.createdAt),
    },
    peers,
  };
}
