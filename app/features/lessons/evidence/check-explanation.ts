import type { ExplainActivity } from '#lessons/schema.ts';
import { EvidenceError } from '../evidence-error.ts';
import type { Evidence, FormOf } from '../lesson-form.ts';
import { countWords } from './count-words.ts';
import { findOwnPictures } from './find-own-pictures.ts';
import type { RuleContext } from './rule.ts';

/** Takes a claim in the student's own words that points at pictures of theirs. */
export function checkExplanation(
  activity: ExplainActivity,
  { claim, pictures }: FormOf<'explain'>,
  { log }: RuleContext,
): Evidence {
  if (countWords(claim) < activity.words)
    throw new EvidenceError(
      'empty-claim',
      `Write your claim in at least ${activity.words} different words.`,
      'claim',
    );
  const shown = findOwnPictures({ log, ids: pictures, stepIds: activity.of });
  if (shown.length < activity.pictures)
    throw new EvidenceError(
      'too-few-pictures',
      `Point at ${activity.pictures === 1 ? 'a picture' : `${activity.pictures} pictures`} that show what you claim.`,
      'pictures',
    );
  const { names } = activity;
  if (names && !shown.some((entry) => numbersIn(claim).includes(entry[names] ?? NaN)))
    throw new EvidenceError(
      'incomplete',
      `Say the number: at which ${names} did you see it? Point at that picture too.`,
      'claim',
    );
  return { kind: 'explain', claim, generationIds: shown.map(({ id }) => id) };
}

function numbersIn(text: string): number[] {
  return (text.match(/\d*\.?\d+/g) ?? []).map(Number);
}
