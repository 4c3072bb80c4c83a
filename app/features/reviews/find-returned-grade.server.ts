import { toSchoolTime } from '#app/features/assignments/school-time.server.ts';
import { findSubmittedPictures } from '#app/features/assignments/find-submitted-pictures.server.ts';
import { db } from '#app/platform/db.server.ts';
import { findPeerVerdicts } from './find-peer-verdicts.server.ts';
import type { PinnedComment } from './find-review.server.ts';
import type { Region } from './grade-form.ts';
import type { ReturnedScore } from './return-submission.server.ts';

export type ReturnedGrade = NonNullable<Awaited<ReturnType<typeof findReturnedGrade>>>;

/**
 * What a student was told about their own submission last: the grade as it was returned, the comments published
 * with it, and the work that they speak about. Null before the first return. Whoever calls it has proven that
 * the submission is the student's.
 */
export async function findReturnedGrade(options: {
  submissionId: string;
  userId: string;
  classId: string;
}) {
  const { submissionId, userId, classId } = options;
  const [grade] = await db.gradeReturn.findMany({
    where: { submissionId, submission: { userId } },
    orderBy: { id: 'desc' },
    take: 1,
    include: { teacher: { select: { displayName: true } } },
  });
  if (!grade) return null;
  const [version, comments, peers] = await Promise.all([
    db.submissionVersion.findUniqueOrThrow({
      where: { submissionId_attempt: { submissionId, attempt: grade.attempt } },
    }),
    db.reviewComment.findMany({
      where: { submissionId, publishedAt: { not: null } },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      include: { author: { select: { displayName: true } } },
    }),
    findPeerVerdicts({ submissionId }),
  ]);
  // Comments of earlier attempts stay readable where their picture is no longer part of the work.
  const commented = comments.flatMap(({ pictureId }) => pictureId ?? []);
  const pictureIds = [...new Set([...version.pictureIds, ...commented])];
  return {
    at: toSchoolTime(grade.createdAt),
    by: grade.teacher?.displayName ?? 'Your teacher',
    attempt: grade.attempt,
    points: grade.points,
    outOf: grade.outOf,
    remark: grade.remark,
    scores: grade.scores as unknown as ReturnedScore[],
    text: version.text,
    pictures: await findSubmittedPictures({ userId, classId, pictureIds, showAll: false }),
    comments: comments.map((comment): PinnedComment => ({
      id: comment.id,
      text: comment.text,
      author: comment.author.displayName,
      isOwn: false,
      pictureId: comment.pictureId,
      region: comment.region as Region | null,
      quote:
        comment.quoteStart !== null && comment.quoteEnd !== null
          ? { start: comment.quoteStart, end: comment.quoteEnd }
          : null,
      isPublished: true,
    })),
    peers,
  };
}
