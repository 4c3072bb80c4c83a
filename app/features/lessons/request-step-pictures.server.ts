import { db } from '#app/platform/db.server.ts';
import type { Lesson } from '#lessons/schema.ts';
import { askForPictures } from './ask-for-pictures.server.ts';
import { EvidenceError } from './evidence-error.ts';
import { findLesson, findStep } from './find-lesson.server.ts';
import { findLessonLog } from './find-lesson-log.server.ts';
import type { FormOf } from './lesson-form.ts';
import { startProgress } from './lesson-progress.server.ts';
import type { Progress } from './lesson-progress.server.ts';

interface RequestStepPicturesOptions {
  user: { id: string };
  classId: string;
  slug: string;
  form: FormOf<'draw'>;
}

/**
 * Draws pictures for a generate step: the lesson's settings, with those changed that the step leaves to
 * the student. A step that shows a table or several seeds draws all of them at one press.
 *
 * Throws an EvidenceError where an earlier step (a prediction above all) is not done, a setting is
 * changed that the step holds fixed, or the form was sent before.
 */
export async function requestStepPictures(options: RequestStepPicturesOptions): Promise<void> {
  const { user, classId, slug, form } = options;
  const learner = { userId: user.id, classId };
  const lesson = await findLesson({ slug, viewer: learner });
  const { step, index } = findStep(lesson, form.step);
  const { activity } = step;
  if (activity?.kind !== 'generate') throw new Response(null, { status: 404 });
  const progress = await startProgress(learner, lesson);
  checkOrder(lesson, progress, index);
  await askForPictures({
    user,
    classId,
    activity,
    form,
    lesson: { slug, stepId: step.id },
    log: await findLessonLog({ ...learner, slug }),
    takeAttempt: () => takeAttempt(progress.id, form.attempt),
  });
}

function checkOrder(lesson: Lesson, progress: Progress, index: number): void {
  const current = lesson.steps[progress.stepIndex];
  const isOpenPrediction = current?.activity?.kind === 'predict';
  if (index > progress.stepIndex || isOpenPrediction)
    throw new EvidenceError(
      'out-of-order',
      isOpenPrediction
        ? 'Lock your prediction first, then make the picture.'
        : 'Finish the steps before this one first.',
    );
}

/** One press, one attempt: of two forms with the same number only the first is taken. */
async function takeAttempt(progressId: string, attempt: number): Promise<void> {
  const { count } = await db.lessonProgress.updateMany({
    where: { id: progressId, attempts: attempt },
    data: { attempts: { increment: 1 } },
  });
  if (count === 0)
    throw new EvidenceError(
      'replayed-form',
      'This form was sent already. Your pictures are below; change something and press Generate again.',
    );
}
