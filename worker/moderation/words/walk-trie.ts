import type { Cell, CellText } from './cells.ts';
import type { Term } from './term.ts';
import { readSignGroups } from './sign-groups.ts';
import type { TrieNode } from './trie.ts';

/** A term found in a text: cells `from` up to `to`, exclusive. */
export interface Found {
  term: Term;
  from: number;
  to: number;
}

/** How a term was read: by which signs, and over which gaps. */
export interface Path {
  letters: number;
  digits: number;
  masks: number;
  /** For each gap crossed, the number of the step in which it lies. */
  breaks: readonly number[];
}

/** Gaps and signs that may stand between two letters of one word. */
const MAX_SKIPPED = 4;
const MAX_MASKS = 4;
/** No term, however drawn out, is read further than this. */
const MAX_CELLS = 80;
const START: Path = { letters: 0, digits: 0, masks: 0, breaks: [] };

/** Walks the trie from cell `from` and hands every term that it can read there to `accept`. */
export function walkFrom(
  { cells }: CellText,
  root: TrieNode,
  from: number,
  accept: (found: Found, path: Path) => void,
): void {
  // Signs can be read or skipped in many ways; each place is walked on from once a node.
  const seen = new Map<TrieNode, Set<number>>();

  function visit(node: TrieNode, depth: number, at: number, path: Path): void {
    if (depth > 1) {
      const places = seen.get(node);
      if (places?.has(at)) return;
      if (places) places.add(at);
      else seen.set(node, new Set([at]));
    }
    if (node.term) accept({ term: node.term, from, to: at }, path);
    if (node.next.size === 0) return;
    for (let index = at; index <= at + MAX_SKIPPED; index++) {
      const cell = cells[index];
      if (!cell) return;
      for (const letter of cell.isMask ? node.next.keys() : cell.letters) {
        for (const child of node.next.get(letter) ?? []) take(child, depth + 1, index, path);
      }
      for (const group of readSignGroups(cells, index)) takeGroup(node, depth, index, group, path);
      if (!isSkippable(cell) || at === from) return;
      path = crossed(path, cell, depth);
    }
  }

  /** Reads the step's letter at `at`, and again as long as it stands there. */
  function take(node: TrieNode, depth: number, at: number, path: Path): void {
    let taken = 0;
    let skipped = 0;
    for (let index = at; skipped <= MAX_SKIPPED; index++) {
      const cell = cells[index];
      if (!cell || index > from + MAX_CELLS) return;
      if (cell.isMask || cell.letters.includes(node.letter)) {
        taken++;
        skipped = 0;
        path = read(path, cell);
        if (path.masks > MAX_MASKS) return;
        if (taken >= node.count) visit(node, depth, index + 1, path);
      } else if (isSkippable(cell)) {
        skipped++;
        path = crossed(path, cell, depth);
      } else return;
    }
  }

  /** Reads several signs as one letter, or one as several letters; a term may end inside of a syllable. */
  function takeGroup(
    node: TrieNode,
    depth: number,
    at: number,
    { letters, width }: { letters: string; width: number },
    path: Path,
  ): void {
    const after = { ...path, digits: path.digits + 1 };
    let steps = [node];
    for (const [index, letter] of [...letters].entries()) {
      steps = steps.flatMap((step) => step.next.get(letter)?.filter(isSingle) ?? []);
      for (const step of steps) visit(step, depth + index + 1, at + width, after);
    }
  }

  visit(root, 0, from, START);
}

function isSingle(node: TrieNode): boolean {
  return node.count === 1;
}

function read(path: Path, cell: Cell): Path {
  if (cell.isMask) return { ...path, masks: path.masks + 1 };
  if (cell.kind === 'digit') return { ...path, digits: path.digits + 1 };
  return { ...path, letters: path.letters + 1 };
}

function crossed(path: Path, cell: Cell, depth: number): Path {
  if (cell.kind !== 'gap' || path.breaks.at(-1) === depth) return path;
  return { ...path, breaks: [...path.breaks, depth] };
}

function isSkippable(cell: Cell): boolean {
  return cell.kind === 'gap' || cell.kind === 'symbol';
}
