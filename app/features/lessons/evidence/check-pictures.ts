import { settingsKey } from '#app/features/comparisons/find-differing-fields.ts';
import type { GenerateActivity } from '#lessons/schema.ts';
import { describePrompt } from '#worker/engine/prompt/prompt.ts';
import type { PromptDialect } from '#worker/engine/prompt/prompt.ts';
import { EvidenceError } from '../evidence-error.ts';
import type { LogEntry } from '../find-lesson-log.server.ts';
import type { Evidence } from '../lesson-form.ts';
import { measureCloseness } from './measure-closeness.ts';
import type { RuleContext } from './rule.ts';

interface CheckPicturesOptions extends RuleContext {
  stepId: string;
  /** The secret picture's prompt, where the step has a target. */
  targetPrompt: string | null;
}

/** Takes a generate step as done where the log holds the pictures that it asks for. */
export function checkPictures(activity: GenerateActivity, options: CheckPicturesOptions): Evidence {
  const made = findMade(options);
  const different = new Set(made.map((entry) => `${entry.seed} ${settingsKey(entry)}`)).size;
  const { pictures, weights, gridSteps, gridGuidance } = activity;
  if (different < pictures)
    throw new EvidenceError(
      'too-few-pictures',
      `You have ${different} of ${pictures} different pictures. Make ${pictures - different} more.`,
    );
  if (weights && countWeights(made) < weights)
    throw new EvidenceError(
      'too-few-pictures',
      `Make ${weights} pictures that differ only in the weight of one phrase. You have ${countWeights(made)}.`,
    );
  if (gridSteps && gridGuidance && !hasGrid(made, gridSteps, gridGuidance))
    throw new EvidenceError('too-few-pictures', 'Your table has gaps. Draw the whole table.');
  if (options.targetPrompt !== null) checkRise(made, options.targetPrompt);
  return { kind: 'generate', generationIds: made.map(({ id }) => id) };
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

function checkRise(made: LogEntry[], targetPrompt: string): void {
  const [first = 0, ...later] = made.map(({ prompt }) => measureCloseness(prompt, targetPrompt));
  if (Math.max(first, ...later) <= first && first < 1)
    throw new EvidenceError(
      'not-closer',
      'None of your prompts comes closer to the picture than your first one. Look at it again: what have you not named yet?',
    );
}

/** The most weights that one phrase took while its neighbours, the seed and all else stayed. */
function countWeights(made: LogEntry[]): number {
  const groups = new Map<string, Set<number>>();
  for (const entry of made) {
    const phrases = describePrompt(entry.prompt, entry.dialect as PromptDialect);
    for (const [index, { weight }] of phrases.entries()) {
      const rest = phrases.map(({ text, weight }, at) => [text, at === index ? null : weight]);
      const { seed, steps, guidance, sampler, negativePrompt } = entry;
      const key = JSON.stringify([rest, String(seed), steps, guidance, sampler, negativePrompt]);
      groups.set(key, (groups.get(key) ?? new Set()).add(weight));
    }
  }
  return Math.max(0, ...[...groups.values()].map(({ size }) => size));
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
