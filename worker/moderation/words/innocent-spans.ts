import type { CellText } from './cells.ts';
import { INNOCENT_PHRASES, INNOCENT_WORDS } from './lists/innocent-words.ts';

/** Cells `from` up to `to`, exclusive, in which nothing counts. */
export interface Span {
  from: number;
  to: number;
}

const builtIn = indexPhrases([
  ...[...INNOCENT_WORDS].flatMap((word) => [word, `${word}s`]),
  ...INNOCENT_PHRASES,
]);

/** The places of innocent words and phrases in plain spelling. */
export function findInnocentSpans(
  { fragments }: CellText,
  allowedWords: readonly string[],
): Span[] {
  const index = allowedWords.length === 0 ? builtIn : indexPhrases(allowedWords, builtIn);
  const spans: Span[] = [];
  fragments.forEach((fragment, at) => {
    for (const phrase of index.get(fragment.plain) ?? []) {
      const pieces = fragments.slice(at, at + phrase.length);
      const isThere = phrase.every((word, offset) => pieces[offset]?.plain === word);
      if (isThere) spans.push({ from: fragment.from, to: pieces.at(-1)!.to });
    }
  });
  return spans;
}

type PhraseIndex = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Phrases as lists of words, by their first word. */
function indexPhrases(phrases: readonly string[], base: PhraseIndex = new Map()): PhraseIndex {
  const index = new Map(base);
  for (const phrase of phrases) {
    const words = phrase.toLowerCase().match(/[a-z]+/g) ?? [];
    const [first] = words;
    if (first) index.set(first, [...(index.get(first) ?? []), words]);
  }
  return index;
}
