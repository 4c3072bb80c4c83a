import {
  FIELD_NAMES,
  findDifferingFields,
} from '#app/features/comparisons/find-differing-fields.ts';
import type { DifferingField } from '#app/features/comparisons/find-differing-fields.ts';
import type { CompareActivity } from '#lessons/schema.ts';
import { EvidenceError } from '../evidence-error.ts';
import type { LogEntry } from '../find-lesson-log.server.ts';
import type { Evidence, FormOf } from '../lesson-form.ts';
import { findOwnPictures } from './find-own-pictures.ts';
import type { RuleContext } from './rule.ts';

/** Takes a comparison that is a fair test of the field that the step is about. */
export function checkComparison(
  activity: CompareActivity,
  form: FormOf<'compare'>,
  { log }: RuleContext,
): Evidence {
  const left = findOwnPictures({ log, ids: form.left, stepIds: activity.of });
  const right = findOwnPictures({ log, ids: form.right, stepIds: activity.of });
  const { differing, sharedSeeds } = compare(left, right);
  const [changed] = differing;
  if (!changed)
    throw new EvidenceError('nothing-changed', 'Both sides are the same. Choose two that differ.');
  if (differing.length > 1) throw unfair(differing);
  if (!isAbout(changed, activity.changed))
    throw new EvidenceError(
      changed === 'seed' ? 'other-seeds' : 'wrong-field-changed',
      `Here ${FIELD_NAMES[changed]} changed. This step compares ${FIELD_NAMES[activity.changed]}.`,
    );
  if (changed !== 'seed' && sharedSeeds.length < activity.seeds)
    throw new EvidenceError(
      'other-seeds',
      `A fair test needs ${activity.seeds} shared seeds; these share ${sharedSeeds.length}.`,
    );
  return {
    kind: 'compare',
    left: form.left,
    right: form.right,
    changed,
    sharedSeeds: sharedSeeds.map(String),
  };
}

/** The weights of one model change where it is taught; another model has other weights anyway. */
function compare(left: LogEntry[], right: LogEntry[]) {
  const { differing, sharedSeeds } = findDifferingFields(left, right);
  const hashes = new Set([...left, ...right].map(({ modelHash }) => modelHash));
  const isTold = differing.includes('modelId') || differing.includes('learned');
  const fields: DifferingField[] =
    hashes.size > 1 && !isTold ? [...differing, 'learned'] : differing;
  return { differing: fields, sharedSeeds };
}

function unfair(differing: DifferingField[]): EvidenceError {
  const names = differing.map((field) => FIELD_NAMES[field]);
  const list = `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return new EvidenceError(
    differing.includes('seed') && differing.length === 2 ? 'other-seeds' : 'two-fields-changed',
    `Not a fair test yet: ${list} changed. Choose two that differ in one thing only.`,
  );
}

/** A weight is written in the prompt, so changing one changes the prompt. */
function isAbout(changed: DifferingField, wanted: CompareActivity['changed']): boolean {
  return changed === wanted || (changed === 'weights' && wanted === 'prompt');
}
