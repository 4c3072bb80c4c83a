import type { Term } from './term.ts';

/** One step of a spelling: a letter, written at least `count` times. */
export interface TrieNode {
  letter: string;
  count: number;
  /** The steps that may follow, by their letter. */
  next: Map<string, TrieNode[]>;
  term: Term | null;
}

/**
 * Builds a trie over spellings whose runs of one letter are single steps, so that a
 * drawn-out word walks the same way as the plain one, but never a shorter one.
 */
export function buildTrie(terms: Iterable<Term>): TrieNode {
  const root = makeNode('', 0);
  for (const term of terms) {
    let node = root;
    for (const run of term.letters.match(/(.)\1*/g) ?? []) node = step(node, run);
    node.term ??= term;
  }
  return root;
}

function step(node: TrieNode, run: string): TrieNode {
  const letter = run.charAt(0);
  const siblings = node.next.get(letter) ?? [];
  const known = siblings.find((each) => each.count === run.length);
  if (known) return known;
  const made = makeNode(letter, run.length);
  node.next.set(letter, [...siblings, made]);
  return made;
}

function makeNode(letter: string, count: number): TrieNode {
  return { letter, count, next: new Map(), term: null };
}
