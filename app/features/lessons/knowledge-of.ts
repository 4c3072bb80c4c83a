import { readConcepts } from '#app/features/concepts/concept-record.ts';
import type { LogEntry } from './find-lesson-log.server.ts';

/**
 * What a picture was drawn with, as one text: the model's own weights, and each word or style that the prompt named,
 * in the version that it had. Teaching a word again makes another version.
 */
export function knowledgeOf({ modelHash, concepts }: Pick<LogEntry, 'modelHash' | 'concepts'>) {
  return [modelHash ?? '', ...readConcepts(concepts).map(({ sha256 }) => sha256)].join(' ');
}
