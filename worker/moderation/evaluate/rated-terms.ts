import { createHash } from 'node:crypto';
import ratedTerms from '@dsojevic/profanity-list/en.json' with { type: 'json' };

/** The gravest of the list's four ranks. Its third is what an entry has before anybody rated it. */
const SEVERE = 4;

export interface RatedTerms {
  /** Misses of this half may be read, and the lists widened after them. */
  read: string[];
  /** Of this half only the share is looked at, so that it measures what nobody fitted. */
  unread: string[];
}

/**
 * The severe terms of `@dsojevic/profanity-list`, ranked by its author and not by us, in two halves that the
 * hash of an entry's name decides.
 */
export function listRatedTerms(): RatedTerms {
  const halves: RatedTerms = { read: [], unread: [] };
  for (const { id, match, severity } of ratedTerms) {
    if (severity !== SEVERE) continue;
    const half = createHash('sha256').update(id).digest()[0]! % 2 === 0 ? 'read' : 'unread';
    halves[half].push(...match.replaceAll('*', '').split('|'));
  }
  return halves;
}
