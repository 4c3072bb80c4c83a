import { commentOnSubmission, removeComment } from './comment-on-submission.server.ts';
import { findReview } from './find-review.server.ts';
import { returnSubmission } from './return-submission.server.ts';
import { writeScore } from './write-score.server.ts';
import type { GradeForm } from './grade-form.ts';
import type { Review } from './find-review.server.ts';

/** One thing that a grader does to a submission, by the form's intent; answers with how it stands after it. */
export async function changeReview(options: {
  teacherId: string;
  classId: string;
  submissionId: string;
  form: GradeForm;
}): Promise<Review> {
  const { form, ...which } = options;
  if (form.intent === 'comment') await commentOnSubmission({ ...which, form });
  else if (form.intent === 'remove-comment') await removeComment({ ...which, form });
  else {
    const grading = { ...which, revision: form.revision };
    if (form.intent === 'return') await returnSubmission(grading);
    else await writeScore({ grading, form });
  }
  return findReview(which);
}
