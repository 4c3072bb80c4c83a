import type { TallyActivity } from '#lessons/schema.ts';
import { EvidenceError } from '../evidence-error.ts';
import type { Evidence, FormOf } from '../lesson-form.ts';
import { findOwnPictures } from './find-own-pictures.ts';
import type { RuleContext } from './rule.ts';

/** Takes a tally in which enough of the student's pictures are put into one category each. */
export function checkTally(
  activity: TallyActivity,
  form: FormOf<'tally'>,
  { log }: RuleContext,
): Evidence {
  const choices: Record<string, number> = {};
  for (const { id, choice } of form.tallies) {
    if (choice !== undefined && activity.choices[choice]) choices[id] = choice;
  }
  findOwnPictures({ log, ids: Object.keys(choices), stepIds: activity.of });
  const done = Object.keys(choices).length;
  if (done < activity.pictures)
    throw new EvidenceError(
      'incomplete',
      `You have counted ${done} of ${activity.pictures} pictures.`,
      'tallies',
    );
  const counts = activity.choices.map(
    (_, index) => Object.values(choices).filter((choice) => choice === index).length,
  );
  return { kind: 'tally', choices, counts };
}
