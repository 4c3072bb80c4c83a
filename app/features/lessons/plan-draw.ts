import { settingsKey } from '#app/features/comparisons/find-differing-fields.ts';
import { findDifferingPhrases } from '#app/features/comparisons/find-differing-phrases.ts';
import { VARIED_FIELDS } from '#lessons/schema.ts';
import type { GenerateActivity, VariedField } from '#lessons/schema.ts';
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
  strength: 'the strength',
  mask: 'the mask',
  control: 'the sketch',
};

/** What the form calls them where they are left out. */
const DRAWN: Partial<Record<VariedField, string>> = {
  mask: 'Paint the part that is to be drawn anew.',
  control: 'Draw a sketch first.',
};

/** Lays what the student sent over the step's fixed settings. Throws where a fixed one was changed. */
export function planDraw(
  activity: GenerateActivity,
  sent: Pick<FormOf<'draw'>, VariedField | 'startPictureId'>,
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
        activity.vary.length > 0
          ? `In this step only ${activity.vary.map((name) => LABELS[name]).join(' and ')} changes.`
          : 'In this step nothing changes: press Generate.',
        field,
      );
  }
  for (const [field, message] of Object.entries(DRAWN))
    if (activity.vary.includes(field as VariedField) && !fields[field])
      throw new EvidenceError('incomplete', message, field);
  if (activity.startFrom)
    Object.assign(fields, readStartPicture(activity.startFrom, sent.startPictureId, log));
  const seeds = activity.vary.includes('seed') ? undefined : seedsOf(activity, start, log);
  return { fields, seeds, start };
}

/** The picture that the student chose to begin from, proven to be their own and of the step that it must be of. */
function readStartPicture(stepId: string, pictureId: string | undefined, log: LogEntry[]) {
  if (!pictureId)
    throw new EvidenceError('incomplete', 'Choose a picture to begin from.', 'startPictureId');
  const entry = log.find((one) => one.stepId === stepId && one.pictures[0]?.id === pictureId);
  if (!entry)
    throw new EvidenceError(
      'not-your-picture',
      'Begin from a picture that you made yourself in this lesson.',
      'startPictureId',
    );
  const { widthPx, heightPx, modelId } = entry;
  return { startPictureId: pictureId, size: `${widthPx}x${heightPx}`, modelId };
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
    strength: activity.strength,
    // A soft edge would change what lies outside of the mask.
    maskBlurPx: '0',
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
