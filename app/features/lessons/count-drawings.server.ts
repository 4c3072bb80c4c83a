import { readConcepts } from '#app/features/concepts/concept-record.ts';
import { db } from '#app/platform/db.server.ts';
import type { Step } from '#lessons/schema.ts';
import type { LogEntry } from './find-lesson-log.server.ts';

/**
 * Counts, for a step that is drawn with a taught word, the pictures that each word of its generations learns from:
 * by the id of the word. Empty for any other step; a word that is gone counts for nothing.
 */
export async function countDrawings(step: Step, log: LogEntry[]): Promise<Map<string, number>> {
  const { activity } = step;
  if (activity?.kind !== 'generate' || !activity.taught) return new Map();
  const named = log
    .filter(({ stepId }) => stepId === step.id)
    .flatMap(({ concepts }) => readConcepts(concepts));
  const counts = await db.conceptPicture.groupBy({
    by: ['conceptId'],
    where: { conceptId: { in: named.map(({ conceptId }) => conceptId) } },
    _count: true,
  });
  return new Map(counts.map(({ conceptId, _count }) => [conceptId, _count]));
}
