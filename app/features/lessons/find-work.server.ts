import { findDifferingPhrases } from '#app/features/comparisons/find-differing-phrases.ts';
import { findGenerationStatuses } from '#app/features/pictures/find-generation-statuses.server.ts';
import type { GenerateActivity, Lesson, Step } from '#lessons/schema.ts';
import { EvidenceError } from './evidence-error.ts';
import { checkPictures } from './evidence/check-pictures.ts';
import { measureCloseness } from './evidence/measure-closeness.ts';
import type { LogEntry } from './find-lesson-log.server.ts';
import type { Progress } from './lesson-progress.server.ts';
import { listOwnPictures, listSides } from './list-sides.ts';
import { findSteerable } from './find-steerable.server.ts';
import { countDrawings } from './count-drawings.server.ts';
import { measureOutside } from './measure-outside.server.ts';
import { findStart, startFields } from './plan-draw.ts';
import { findPredictionTime, findTargetPrompt } from './submit-step.server.ts';

interface FindWorkOptions {
  lesson: Lesson;
  step: Step;
  progress: Progress | null;
  log: LogEntry[];
  viewerId: string;
}

export type Work = Awaited<ReturnType<typeof findWork>>;
export type DrawWork = Extract<Work, { kind: 'generate' }>;

/** What a student has made for a step, and what the step's form is filled with. */
export async function findWork(options: FindWorkOptions) {
  const { step, log } = options;
  const { activity } = step;
  if (activity?.kind === 'generate') return findDrawWork(options, activity);
  if (activity?.kind === 'compare') {
    const sides = listSides(log, activity.of, activity.changed === 'seed');
    return { kind: 'compare' as const, sides, phrases: findPhrases(options) };
  }
  if (activity?.kind === 'explain' || activity?.kind === 'tally')
    return {
      kind: 'pictures' as const,
      pictures: listOwnPictures(log, activity.of, {
        blind: activity.kind === 'explain' && activity.blind === 'yes',
      }),
    };
  return null;
}

async function findDrawWork(options: FindWorkOptions, activity: GenerateActivity) {
  const { lesson, step, progress, log, viewerId } = options;
  const made = log.filter(({ stepId }) => stepId === step.id).reverse();
  const targetPrompt = findTargetPrompt(lesson, activity.target);
  const start = findStart(activity, log);
  const last = made[0];
  const steerable = activity.vary.includes('control') ? await findSteerable() : null;
  const measured = {
    outside: await measureOutside(step, log),
    drawings: await countDrawings(step, log),
  };
  return {
    kind: 'generate' as const,
    fields: startFields(activity, activity.phrases ? start : (last ?? start)),
    ...findMissing(options, activity, measured),
    /** Pictures that the step may begin from. */
    starts: activity.startFrom ? listOwnPictures(log, [activity.startFrom]) : [],
    /** The sketch of last time, to go on with, and the side of the picture that it is for. */
    drawing: activity.vary.includes('control')
      ? {
          sidePx: steerable?.sidePx ?? 128,
          control: last ? `generation:${last.id}` : '',
          steers: steerable !== null,
        }
      : null,
    /** The first line of the table that the step asks for. */
    table: activity.table && `${activity.table.join(', ')}\n`,
    done: progress?.evidence.has(step.id) ?? false,
    generations: await findGenerationStatuses({ viewerId, ids: made.map(({ id }) => id) }),
    cells: made.map(({ id, steps, guidance }) => ({ id, steps, guidance })),
    closeness:
      targetPrompt === null
        ? null
        : Object.fromEntries(
            made.map(({ id, prompt }) => [
              id,
              Math.round(100 * measureCloseness(prompt, targetPrompt)),
            ]),
          ),
  };
}

/** What the step still needs, in a sentence, or what was found in it; `missing` is null where it can be finished. */
function findMissing(
  { lesson, step, progress, log }: FindWorkOptions,
  activity: GenerateActivity,
  measured: { outside: Map<string, number>; drawings: Map<string, number> },
): { missing: string | null; found: string | null } {
  const since = progress && findPredictionTime(progress);
  const targetPrompt = findTargetPrompt(lesson, activity.target);
  try {
    const evidence = checkPictures(activity, {
      log,
      since,
      stepId: step.id,
      targetPrompt,
      ...measured,
    });
    return { missing: null, found: (evidence.kind === 'generate' && evidence.found) || null };
  } catch (error) {
    if (error instanceof EvidenceError) return { missing: error.message, found: null };
    throw error;
  }
}

/** The phrases in which the two sides of an accepted comparison differ. */
function findPhrases({ step, progress, log }: FindWorkOptions) {
  const body = progress?.evidence.get(step.id)?.body;
  if (body?.kind !== 'compare') return null;
  const [before, after] = [body.left[0], body.right[0]].map((id) =>
    log.find((one) => one.id === id),
  );
  return before && after ? findDifferingPhrases(before, after) : null;
}
