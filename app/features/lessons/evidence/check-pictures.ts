import { settingsKey } from '#app/features/comparisons/find-differing-fields.ts';
import type { GenerateActivity } from '#lessons/schema.ts';
import { EvidenceError } from '../evidence-error.ts';
import type { LogEntry } from '../find-lesson-log.server.ts';
import type { Evidence } from '../lesson-form.ts';
import { checkRepaint } from './check-repaint.ts';
import { checkReplay, checkTable } from './check-table.ts';
import { checkTaught } from './check-taught.ts';
import { countModels, countPrompts, countStrengths, countWeights } from './count-variants.ts';
import { measureCloseness } from './measure-closeness.ts';
import type { RuleContext } from './rule.ts';

export interface CheckPicturesOptions extends RuleContext {
  stepId: string;
  /** The secret picture's prompt, where the step has a target. */
  targetPrompt: string | null;
  /** By generation, the most that a dot outside of its mask changed, 0 to 255. */
  outside?: Map<string, number>;
  /** By word, how many pictures it learns from. */
  drawings?: Map<string, number>;
}

/** Takes a generate step as done where the log holds the pictures that it asks for. */
export function checkPictures(activity: GenerateActivity, options: CheckPicturesOptions): Evidence {
  const made = findMade(options);
  const different = new Set(made.map((entry) => `${entry.seed} ${settingsKey(entry)}`)).size;
  const { pictures, gridSteps, gridGuidance } = activity;
  if (different < pictures)
    throw new EvidenceError(
      'too-few-pictures',
      `You have ${different} of ${pictures} different pictures. Make ${pictures - different} more.`,
    );
  checkVariants(activity, made);
  if (gridSteps && gridGuidance && !hasGrid(made, gridSteps, gridGuidance))
    throw new EvidenceError('too-few-pictures', 'Your table has gaps. Draw the whole table.');
  if (activity.taught) checkTaught(made, activity, options);
  if (options.targetPrompt !== null) checkRise(made, options.targetPrompt);
  const found =
    (activity.vary.includes('mask') && checkRepaint(made, options.outside)) ||
    (activity.enlarge && checkSize(made, activity.enlarge)) ||
    (activity.rows && checkTable(made, activity.rows)) ||
    (activity.replay && checkReplay(made, { stepId: activity.replay, log: options.log }));
  return { kind: 'generate', generationIds: made.map(({ id }) => id), ...(found && { found }) };
}

/** Held pictures count: the work was done, only nobody has looked at it yet. */
function findMade({ log, since, stepId }: CheckPicturesOptions): LogEntry[] {
  return log.filter(
    (entry) =>
      entry.stepId === stepId &&
      (entry.state === 'finished' || entry.state === 'held') &&
      (!since || entry.createdAt >= since),
  );
}

function checkVariants(
  { weights, strengths, prompts, models }: GenerateActivity,
  made: LogEntry[],
) {
  const wanted = [
    [weights, countWeights, 'that differ only in the weight of one phrase'],
    [strengths, countStrengths, 'from one picture that differ only in their strength'],
    [prompts, countPrompts, 'with one and the same sketch and different prompts'],
    [models, countModels, 'that differ only in the model'],
  ] as const;
  for (const [count, countMade, which] of wanted) {
    if (!count || countMade(made) >= count) continue;
    throw new EvidenceError(
      'too-few-pictures',
      `Make ${count} pictures ${which}. You have ${countMade(made)}.`,
    );
  }
}

function checkRise(made: LogEntry[], targetPrompt: string): void {
  const [first = 0, ...later] = made.map(({ prompt }) => measureCloseness(prompt, targetPrompt));
  if (Math.max(first, ...later) <= first && first < 1)
    throw new EvidenceError(
      'not-closer',
      'None of your prompts comes closer to the picture than your first one. Look at it again: what have you not named yet?',
    );
}

function checkSize(made: LogEntry[], scale: number): string {
  const sizes = made.flatMap(({ startPicture, pictures: [picture] }) =>
    startPicture && picture ? [{ start: startPicture, picture }] : [],
  );
  const right = sizes.find(
    ({ start, picture }) =>
      picture.widthPx === start.widthPx * scale && picture.heightPx === start.heightPx * scale,
  );
  if (!right)
    throw new EvidenceError(
      'too-few-pictures',
      `There is no picture yet that is ${scale} times as wide and as high as the one before.`,
    );
  const { start, picture } = right;
  return `${start.widthPx} × ${start.heightPx} became ${picture.widthPx} × ${picture.heightPx}: ${scale * scale} times as many dots.`;
}

function hasGrid(made: LogEntry[], steps: number[], guidances: number[]): boolean {
  return made.some(({ prompt, seed }) =>
    steps.every((step) =>
      guidances.every((guidance) =>
        made.some(
          (entry) =>
            entry.prompt === prompt &&
            entry.seed === seed &&
            entry.steps === step &&
            entry.guidance === guidance,
        ),
      ),
    ),
  );
}
