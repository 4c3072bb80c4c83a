import { generationFormSchema } from '#app/features/generations/generation-form.ts';
import type { GenerationForm } from '#app/features/generations/generation-form.ts';
import { requestGenerations } from '#app/features/generations/request-generations.server.ts';
import { db } from '#app/platform/db.server.ts';
import type { GenerateActivity } from '#lessons/schema.ts';
import { EvidenceError } from './evidence-error.ts';
import { findLesson, findStep } from './find-lesson.server.ts';
import { findLessonLog } from './find-lesson-log.server.ts';
import type { FormOf } from './lesson-form.ts';
import { startProgress } from './lesson-progress.server.ts';
import { checkPhrases, planDraw } from './plan-draw.ts';

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
  const lesson = await findLesson({ slug });
  const { step, index } = findStep(lesson, form.step);
  const { activity } = step;
  if (activity?.kind !== 'generate') throw new Response(null, { status: 404 });
  const learner = { userId: user.id, classId };
  const progress = await startProgress(learner, lesson);
  const current = lesson.steps[progress.stepIndex];
  if (index > progress.stepIndex || current?.activity?.kind === 'predict')
    throw new EvidenceError(
      'out-of-order',
      current?.activity?.kind === 'predict'
        ? 'Lock your prediction first, then make the picture.'
        : 'Finish the steps before this one first.',
    );
  const log = await findLessonLog({ ...learner, slug });
  const draw = planDraw(activity, form, log);
  const checked = generationFormSchema.safeParse(draw.fields);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    throw new EvidenceError(
      'incomplete',
      issue?.message ?? 'Check the form.',
      issue?.path.join('.'),
    );
  }
  checkPhrases(activity, checked.data, draw.start);
  await takeAttempt(progress.id, form.attempt);
  const lessonStep = { slug, stepId: step.id };
  for (const cell of cellsOf(activity, checked.data, draw.seeds))
    await requestGenerations({ user, classId, lesson: lessonStep, ...cell });
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

interface Cell {
  form: GenerationForm;
  seeds?: bigint[];
}

/** One request, or one for each cell of the step's table. */
function cellsOf(
  { gridSteps, gridGuidance }: GenerateActivity,
  form: GenerationForm,
  seeds: bigint[] | undefined,
): Cell[] {
  if (!gridSteps || !gridGuidance) return [{ form, seeds }];
  return gridGuidance.flatMap((guidance) =>
    gridSteps.map((steps) => ({ form: { ...form, guidance, steps }, seeds })),
  );
}
