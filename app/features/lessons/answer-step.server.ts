import type { SignedInUser } from '#app/features/accounts/require-user.server.ts';
import { findCurrentClass } from '#app/features/classes/find-current-class.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { followLesson } from './follow-lesson.server.ts';
import type { LessonForm } from './lesson-form.ts';
import { requestStepPictures } from './request-step-pictures.server.ts';
import { submitStep } from './submit-step.server.ts';

interface AnswerStepOptions {
  user: SignedInUser;
  slug: string;
  form: LessonForm;
}

/**
 * Does what a form of a lesson asks for in the student's current class, and says which step to show then;
 * null after the last one. A teacher looks at lessons and answers none.
 */
export async function answerStep(options: AnswerStepOptions): Promise<{ stepId: string | null }> {
  const { user, slug, form } = options;
  if (user.role !== 'student')
    throw new UserError('Students answer here. Sign in as a student to try it.', { status: 403 });
  const currentClass = await findCurrentClass({ userId: user.id });
  if (!currentClass) throw new UserError('Join a class first.', { status: 403 });
  const classId = currentClass.id;
  if (form.intent === 'follow') {
    await followLesson({ learner: { userId: user.id, classId }, slug });
    return { stepId: null };
  }
  if (form.intent === 'draw') {
    await requestStepPictures({ user, classId, slug, form });
    return { stepId: form.step };
  }
  const { nextStepId } = await submitStep({ user, classId, slug, form });
  return { stepId: staysOn(form) ? form.step : nextStepId };
}

/** After a comparison or a check the student sees what the server found before going on. */
function staysOn({ intent }: LessonForm): boolean {
  return intent === 'compare' || intent === 'check';
}
