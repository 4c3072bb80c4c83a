import type { PredictActivity } from '#lessons/schema.ts';
import { EvidenceError } from '../evidence-error.ts';
import type { Evidence, FormOf } from '../lesson-form.ts';
import { countWords } from './count-words.ts';
import type { RuleContext } from './rule.ts';

/** Takes a prediction that is made before any picture of the steps that come after it. */
export function checkPrediction(
  activity: PredictActivity,
  { choice, reason }: FormOf<'predict'>,
  { log, laterSteps }: Pick<RuleContext, 'log'> & { laterSteps: string[] },
): Evidence {
  if (log.some(({ stepId }) => stepId && laterSteps.includes(stepId)))
    throw new EvidenceError(
      'prediction-too-late',
      'The picture is there already, so this is no prediction any more.',
    );
  if (!activity.choices[choice])
    throw new EvidenceError('incomplete', 'Choose what you expect.', 'choice');
  if (countWords(reason) < activity.words)
    throw new EvidenceError('empty-claim', 'Say in a few words why you expect that.', 'reason');
  return { kind: 'predict', choice, reason };
}
