import { findReview } from './find-review.server.ts';
import { findProgressPage } from './find-progress-page.server.ts';
import { listSavedComments } from './saved-comments.server.ts';

/**
 * The review queue of an assignment: all its students, the rubric, the teacher's comment bank, and the work to
 * begin with: the one asked for, or the first that is not graded. A 404 response where there is nothing of theirs.
 */
export async function findReviewPage(options: {
  teacherId: string;
  classId: string;
  assignmentId: string;
  submissionId: string | null;
}) {
  const { teacherId, classId, assignmentId, submissionId } = options;
  const [progress, savedComments] = await Promise.all([
    findProgressPage({ teacherId, classId, assignmentId }),
    listSavedComments({ teacherId }),
  ]);
  const entries = progress.entries.flatMap((entry) =>
    entry.submissionId ? [{ ...entry, submissionId: entry.submissionId }] : [],
  );
  const first =
    entries.find((entry) => entry.submissionId === submissionId) ??
    entries.find(({ points, state }) => points === null && state === 'turnedIn') ??
    entries[0];
  if (!first) throw new Response('Nobody has turned anything in yet.', { status: 404 });
  return {
    ...progress,
    entries,
    savedComments,
    first: await findReview({ teacherId, classId, submissionId: first.submissionId }),
  };
}

export type ReviewPageData = Awaited<ReturnType<typeof findReviewPage>>;
