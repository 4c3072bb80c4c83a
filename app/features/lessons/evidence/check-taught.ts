import { readConcepts } from '#app/features/concepts/concept-record.ts';
import type { GenerateActivity } from '#lessons/schema.ts';
import { EvidenceError } from '../evidence-error.ts';
import type { LogEntry } from '../find-lesson-log.server.ts';
import { knowledgeOf } from '../knowledge-of.ts';

interface CheckTaughtOptions {
  log: LogEntry[];
  /** By word, how many pictures it learns from. */
  drawings?: Map<string, number>;
}

/**
 * Takes pictures that were drawn with a word which the model did not know, or not so, when the step that this one
 * continues was drawn, and which learns from as many pictures as the step asks for.
 */
export function checkTaught(
  made: LogEntry[],
  { from, taught = 0 }: Pick<GenerateActivity, 'from' | 'taught'>,
  { log, drawings = new Map() }: CheckTaughtOptions,
): void {
  const before = log.filter(({ stepId }) => stepId === from).map(knowledgeOf);
  const news = made.filter((entry) => !before.includes(knowledgeOf(entry)));
  if (news.length === 0)
    throw new EvidenceError(
      'nothing-changed',
      'The model draws with the same knowledge as before. Teach it your word first, then draw again.',
    );
  const counts = news
    .flatMap(({ concepts }) => readConcepts(concepts))
    .map(({ conceptId }) => drawings.get(conceptId) ?? 0);
  const most = Math.max(0, ...counts);
  if (most < taught)
    throw new EvidenceError(
      'too-few-pictures',
      `Your word learns from too few pictures: it has ${most}, and this step asks for ${taught}. Add more, teach it again, and draw again.`,
    );
}
