import type { Cell, CellText } from './cells.ts';
import type { Term } from './lexicon.ts';
import type { TrieNode } from './trie.ts';

/** A term found in a text: cells `from` up to `to`, exclusive. */
export interface Found {
  term: Term;
  from: number;
  to: number;
}

/** Gaps and signs that may stand between two letters of one word. */
const MAX_SKIPPED = 4;

interface Path {
  from: number;
  letters: number;
  digits: number;
  masks: number;
  /** For each gap crossed, the number of the step in which it lies. */
  breaks: readonly number[];
}

/** Walks the trie from cell `from` and hands every term that it can read there to `accept`. */
export function walkFrom(
  text: CellText,
  root: TrieNode,
  from: number,
  accept: (found: Found, path: Path) => void,
): void {
  const { cells } = text;

  function visit(node: TrieNode, depth: number, at: number, path: Path): void {
    if (node.term) accept({ term: node.term, from, to: at }, path);
    if (node.children.length === 0) return;
    let breaks = path.breaks;
    for (let index = at; index <= at + MAX_SKIPPED; index++) {
      const cell = cells[index];
      if (!cell) return;
      if (cell.letters !== '' || cell.isMask) {
        for (const child of node.children) {
          if (reads(cell, child.letter)) take(child, depth, index, { ...path, breaks });
        }
      }
      if (!isSkippable(cell) || at === from) return;
      if (cell.kind === 'gap' && breaks.at(-1) !== depth) breaks = [...breaks, depth];
    }
  }

  /** Reads the step's letter at `at`, and again as long as it stands there. */
  function take(node: TrieNode, depth: number, at: number, start: Path): void {
    const path = { ...start };
    let taken = 0;
    let skipped = 0;
    for (let index = at; skipped <= MAX_SKIPPED; index++) {
      const cell = cells[index];
      if (!cell) return;
      if (reads(cell, node.letter)) {
        taken++;
        skipped = 0;
        if (cell.isMask) path.masks++;
        else if (cell.kind === 'digit') path.digits++;
        else path.letters++;
        if (taken >= node.count) visit(node, depth + 1, index + 1, { ...path });
      } else if (isSkippable(cell)) {
        skipped++;
        if (cell.kind === 'gap' && path.breaks.at(-1) !== depth + 1)
          path.breaks = [...path.breaks, depth + 1];
      } else return;
    }
  }

  visit(root, 0, from, { from, letters: 0, digits: 0, masks: 0, breaks: [] });
}

export type { Path };

function reads(cell: Cell, letter: string): boolean {
  return cell.isMask || cell.letters.includes(letter);
}

function isSkippable(cell: Cell): boolean {
  return cell.kind === 'gap' || cell.kind === 'symbol';
}
