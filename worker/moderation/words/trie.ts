import type { Term } from './lexicon.ts';

/** One step of a spelling: a letter, written at least `count` times. */
export interface TrieNode {
  letter: string;
  count: number;
  children: TrieNode[];
  term: Term | null;
}

/**
 * Builds a trie over spellings whose runs of one letter are single steps, so that a
 * drawn-out word walks the same way as the plain one, but never a shorter one.
 */
export function buildTrie(terms: Iterable<Term>): TrieNode {
  const root: TrieNode = { letter: '', count: 0, children: [], term: null };
  for (const term of terms) {
    let node = root;
    for (const run of term.letters.match(/(.)\1*/g) ?? []) {
      const letter = run.charAt(0);
      let next = node.children.find((each) => each.letter === letter && each.count === run.length);
      if (!next) {
        next = { letter, count: run.length, children: [], term: null };
        node.children.push(next);
      }
      node = next;
    }
    node.term ??= term;
  }
  return root;
}
