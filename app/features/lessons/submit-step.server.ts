import type { Lesson, Step } from '#lessons/schema.ts';
import { EvidenceError } from './evidence-error.ts';
import { checkAnswer } from './evidence/check-answer.ts';
import { checkComparison } from './evidence/check-comparison.ts';
import { checkExplanation } from './evidence/check-explanation.ts';
import { checkPictures } from './evidence/check-pictures.ts';
import { checkPrediction } from './evidence/check-prediction.ts';
import { checkTally } from './evidence/check-tally.ts';
import { findLesson, findStep } from './find-lesson.server.ts';
import { findLessonLog } from './find-lesson-log.server.ts';
import type { LogEntry } from './find-lesson-log.server.ts';
import type { Evidence, AnswerForm } from './lesson-form.ts';
import { alreadyAnswered, saveEvidence, startProgress } from './lesson-progress.server.ts';
import type { Progress } from './lesson-progress.server.ts';
import { countDrawings } from './count-drawings.server.ts';
import { measureOutside } from './measure-outside.server.ts';

interface SubmitStepOptions {
  user: { id: string };
  classId: string;
  slug: string;
  form: AnswerForm;
}

/**
 * Takes a student's answer to the step that they have come to, where the log bears it out, and says
 * which step is next: null after the last one.
 *
 * Throws an EvidenceError with a sentence for the student where the answer is not evidence.
 */
export async function submitStep(
  options: SubmitStepOptions,
): Promise<{ nextStepId: string | null }> {
  const { user, classId, slug, form } = options;
  const learner = { userId: user.id, classId };
  const lesson = await findLesson({ slug, viewer: learner });
  const { step, index } = findStep(lesson, form.step);
  const progress = await startProgress(learner, lesson);
  const next = { nextStepId: lesson.steps[index + 1]?.id ?? null };
  if (progress.evidence.has(step.id)) {
    // Reading a step again is no second answer.
    if (form.intent === 'read') return next;
    throw alreadyAnswered();
  }
  if (index > progress.stepIndex)
    throw new EvidenceError('out-of-order', 'Finish the steps before this one first.');
  const log = await findLessonLog({ ...learner, slug });
  const measured = {
    outside: await measureOutside(step, log),
    drawings: await countDrawings(step, log),
  };
  const evidence = judge({ lesson, step, index, form, progress, log, measured });
  await saveEvidence({ lesson, progress, stepId: step.id, evidence });
  return next;
}

interface JudgeOptions {
  lesson: Lesson;
  step: Step;
  index: number;
  form: SubmitStepOptions['form'];
  progress: Progress;
  log: LogEntry[];
  measured: { outside: Map<string, number>; drawings: Map<string, number> };
}

function judge({ lesson, step, index, form, progress, log, measured }: JudgeOptions): Evidence {
  const { activity } = step;
  const context = { log, since: findPredictionTime(progress) };
  if (!activity && form.intent === 'read') return { kind: 'read' };
  if (activity?.kind === 'predict' && form.intent === 'predict') {
    const laterSteps = lesson.steps.slice(index + 1).map(({ id }) => id);
    return checkPrediction(activity, form, { log, laterSteps });
  }
  if (activity?.kind === 'generate' && form.intent === 'generate') {
    const targetPrompt = findTargetPrompt(lesson, activity.target);
    return checkPictures(activity, { ...context, stepId: step.id, targetPrompt, ...measured });
  }
  if (activity?.kind === 'compare' && form.intent === 'compare')
    return checkComparison(activity, form, context);
  if (activity?.kind === 'explain' && form.intent === 'explain')
    return checkExplanation(activity, form, context);
  if (activity?.kind === 'check' && form.intent === 'check') return checkAnswer(activity, form);
  if (activity?.kind === 'tally' && form.intent === 'tally')
    return checkTally(activity, form, context);
  throw new EvidenceError(
    'replayed-form',
    'This form belongs to another step. Load the page again.',
  );
}

/** When the newest prediction was locked. */
export function findPredictionTime({ evidence }: Pick<Progress, 'evidence'>): Date | null {
  const predictions = [...evidence.values()].filter(({ body }) => body.kind === 'predict');
  return predictions.at(-1)?.createdAt ?? null;
}

/** The prompt behind a secret picture; null where a step has none. */
export function findTargetPrompt(lesson: Lesson, target: string | undefined): string | null {
  return target ? (lesson.frontMatter.pictures[target]?.prompt ?? null) : null;
}
