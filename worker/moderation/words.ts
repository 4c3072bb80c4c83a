import { splitIntoCells } from './words/cells.ts';
import { findTerms } from './words/find-terms.ts';
import { SEVERITY_RANKS, type TermSeverity, type WordCategory } from './words/term.ts';

export type { WordCategory } from './words/term.ts';

export interface WordOptions {
  /** `strict` blocks mild words too, `standard` (the default) strong and severe ones. */
  strictness?: 'standard' | 'strict';
  /** Words and phrases that a teacher lets pass, for an art or a biology lesson. */
  allowedWords?: readonly string[];
}

export interface WordMatch {
  category: WordCategory;
  severity: TermSeverity;
  /** Where it stands in the text, in UTF-16 units, `end` exclusive. */
  start: number;
  end: number;
}

export interface WordVerdict {
  decision: 'allow' | 'block';
  /** The gravest rank found, whether or not it was blocked. */
  severity: 'none' | TermSeverity;
  matches: WordMatch[];
  /** For each category 0 to 1: a third a rank. */
  scores: Record<WordCategory, number>;
  /** Name and version of what judged, so that a decision can be replayed. */
  filter: string;
}

/** Changes with every change of the lists or the matching. */
export const WORD_FILTER = 'easel-words@2';

const RANKS = { none: 0, ...SEVERITY_RANKS };

/**
 * Judges a prompt by the words in it, however they are spelt. Never throws, and neither keeps nor
 * repeats the text: a match is a place, a category and a rank.
 */
export function checkWords(text: string, options: WordOptions = {}): WordVerdict {
  const { strictness = 'standard', allowedWords = [] } = options;
  const cellText = splitIntoCells(text);
  const verdict: WordVerdict = {
    decision: 'allow',
    severity: 'none',
    matches: [],
    scores: { profanity: 0, sexual: 0, hate: 0, violence: 0, 'self-harm': 0, drugs: 0 },
    filter: WORD_FILTER,
  };
  const blockedRank = strictness === 'strict' ? RANKS.mild : RANKS.strong;
  for (const { term, from, to } of findTerms(cellText, allowedWords)) {
    const { category, severity } = term;
    const start = cellText.cells[from]!.start;
    const end = cellText.cells[to - 1]!.end;
    verdict.matches.push({ category, severity, start, end });
    const rank = RANKS[severity];
    verdict.scores[category] = Math.max(verdict.scores[category], rank / RANKS.severe);
    if (rank > RANKS[verdict.severity]) verdict.severity = severity;
    if (rank >= blockedRank) verdict.decision = 'block';
  }
  return verdict;
}
