import { settingsKey } from '#app/features/comparisons/find-differing-fields.ts';
import { findDifferingPhrases } from '#app/features/comparisons/find-differing-phrases.ts';
import { VARIED_FIELDS } from '#lessons/schema.ts';
import type { GenerateActivity } from '#lessons/schema.ts';
import { EvidenceError } from './evidence-error.ts';
import type { FormOf } from './lesson-form.ts';
import type { LogEntry } from './find-lesson-log.server.ts';

export interface DrawPlan {
  /** What `generationFormSchema` reads. */
  fields: Record<string, string>;
  seeds: bigint[] | undefined;
  /** The student's own picture that this step starts from. */
  start: LogEntry | undefined;
}

const LABELS = {
  prompt: 'the prompt',
  negativePrompt: 'the negative prompt',
  seed: 'the seed',
  steps: 'the steps',
  guidance: 'the guidance',
  sampler: 'the sampler',
};

/** Lays what the student sent over the step's fixed settings. Throws where a fixed one was changed. */
export function planDraw(
  activity: GenerateActivity,
  sent: Pick<FormOf<'draw'>, (typeof VARIED_FIELDS)[number]>,
  log: LogEntry[],
): DrawPlan {
  const start = findStart(activity, log);
  const fields: Record<string, string> = { ...startFields(activity, start), dialect: 'classroom' };
  for (const field of VARIED_FIELDS) {
    const value = sent[field];
    if (value === undefined) continue;
    if (activity.vary.includes(field)) fields[field] = value;
    else if (value !== (fields[field] ?? ''))
      throw new EvidenceError(
        'not-yours-to-change',
        `In this step only ${activity.vary.map((name) => LABELS[name]).join(' and ')} changes.`,
        field,
      );
  }
  const seeds = activity.vary.includes('seed') ? undefined : seedsOf(activity, start, log);
  return { fields, seeds, start };
}

/** Refuses a prompt that differs from the starting one in more or fewer phrases than the step allows. */
export function checkPhrases(
  { phrases }: GenerateActivity,
  form: { prompt: string; dialect: string },
  start: LogEntry | undefined,
): void {
  if (!phrases || !start) return;
  const { count, added, removed } = findDifferingPhrases(start, form);
  if (count === phrases) return;
  const changes = [...removed.map((one) => `– ${one}`), ...added.map((one) => `+ ${one}`)];
  throw new EvidenceError(
    count === 0 ? 'nothing-changed' : 'two-fields-changed',
    `Change exactly ${phrases === 1 ? 'one phrase' : `${phrases} phrases`} of your prompt` +
      (count === 0 ? '; this one is the same.' : `; here ${count} differ (${changes.join(', ')}).`),
    'prompt',
  );
}

/** The newest picture of the step that this one continues. */
export function findStart({ from }: GenerateActivity, log: LogEntry[]): LogEntry | undefined {
  if (!from) return undefined;
  return log.findLast(
    ({ stepId, state }) => stepId === from && (state === 'finished' || state === 'held'),
  );
}

/** The form as the step opens it. */
export function startFields(activity: GenerateActivity, start: LogEntry | undefined) {
  const { prompt = '', negativePrompt, steps, guidance, sampler } = start ?? activity;
  return {
    prompt,
    negativePrompt,
    steps: String(steps),
    guidance: String(guidance),
    sampler,
    ...(start && { seed: String(start.seed), schedule: start.schedule, modelId: start.modelId }),
  };
}

/** The lesson's seeds, or those of all pictures that were made with the starting one. */
function seedsOf(activity: GenerateActivity, start: LogEntry | undefined, log: LogEntry[]) {
  if (activity.seeds) return activity.seeds.map(BigInt);
  if (!start) return undefined;
  const key = settingsKey(start);
  const side = log.filter((entry) => entry.stepId === start.stepId && settingsKey(entry) === key);
  return [...new Set(side.map(({ seed }) => seed))];
}
