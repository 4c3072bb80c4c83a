import type { CheckActivity } from '#lessons/schema.ts';
import { EvidenceError } from '../evidence-error.ts';
import type { Evidence, FormOf } from '../lesson-form.ts';

/** Takes the right answer; a wrong one gets its feedback and another try. */
export function checkAnswer(activity: CheckActivity, { choice }: FormOf<'check'>): Evidence {
  const chosen = activity.choices[choice];
  if (!chosen) throw new EvidenceError('incomplete', 'Choose an answer.', 'choice');
  if (choice !== activity.answer - 1)
    throw new EvidenceError('wrong-answer', chosen.feedback ?? 'Not quite. Try again.', 'choice');
  return { kind: 'check', choice };
}
