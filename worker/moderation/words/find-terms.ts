import type { CellText, Fragment } from './cells.ts';
import { findInnocentSpans } from './innocent-spans.ts';
import { listRootTerms, listWordTerms } from './lexicon.ts';
import { ORDINARY_WORDS } from './ordinary-words.ts';
import { SEVERITY_RANKS, type Term } from './term.ts';
import { buildTrie } from './trie.ts';
import { walkFrom, type Found, type Path } from './walk-trie.ts';

const words = buildTrie([...listWordTerms(), ...listRootTerms()]);
const roots = buildTrie(listRootTerms());

/** Every term of the lexicon that the text spells, the gravest at each place, then the longest. */
export function findTerms(text: CellText, allowedWords: readonly string[]): Found[] {
  const innocent = findInnocentSpans(text, allowedWords);
  const found: Found[] = [];
  let reach = 0;
  for (let from = 0; from < text.cells.length; from++) {
    const cell = text.cells[from]!;
    if (cell.letters === '' || from < reach) continue;
    let best: Found | null = null;
    const accept = (candidate: Found, path: Path): void => {
      if (best && !isGraver(candidate, best)) return;
      if (innocent.some((span) => span.from <= candidate.from && candidate.to <= span.to)) return;
      if (isDeliberate(candidate.term, path) && fits(text, candidate, path)) best = candidate;
    };
    if (startsFragment(text, from)) walkFrom(text, words, from, accept);
    walkFrom(text, roots, from, accept);
    if (best) {
      found.push(best);
      reach = (best as Found).to;
    }
  }
  return found;
}

function isGraver(candidate: Found, best: Found): boolean {
  const lead = SEVERITY_RANKS[candidate.term.severity] - SEVERITY_RANKS[best.term.severity];
  return lead > 0 || (lead === 0 && candidate.to > best.to);
}

/** Numbers and stars alone spell nothing: a third of the signs, and the first, are letters. */
function isDeliberate(term: Term, path: Path): boolean {
  const disguised = path.digits + path.masks;
  if (disguised === 0) return true;
  if (path.letters === 0) return false;
  return term.letters.length <= 3 ? path.letters > disguised : path.letters * 3 >= disguised;
}

/** Whether the place is a word of its own, or an inside that a root may have. */
function fits(text: CellText, { term, from, to }: Found, path: Path): boolean {
  if (term.isInitials) return isDotted(text, from, to);
  const first = text.fragments[text.cells[from]!.fragment]!;
  const last = text.fragments[text.cells[to - 1]!.fragment]!;
  const startsWord = startsFragment(text, from);
  const endsWord = endsFragment(text, to);
  const isSplit = first !== last;
  const breaksAsKnown = path.breaks.every((each) => term.breaks.includes(each));
  if (startsWord && endsWord) return !isSplit || breaksAsKnown || isOdd(text, from, to);
  if (!term.isRoot) return false;
  if (!isSplit || (startsWord && breaksAsKnown)) return true;
  return (
    (startsWord && !isOrdinary(first)) ||
    (endsWord && !isOrdinary(last)) ||
    fragmentsBetween(text, from, to).every((each) => each.to - each.from === 1)
  );
}

/** Letters of their own, parted by nothing but dots. */
function isDotted(text: CellText, from: number, to: number): boolean {
  const between = text.cells.slice(from, to).filter((cell) => cell.kind === 'gap');
  return (
    startsFragment(text, from) &&
    endsFragment(text, to) &&
    between.every((cell) => cell.sign === '.') &&
    fragmentsBetween(text, from, to).every((each) => each.to - each.from === 1)
  );
}

function startsFragment(text: CellText, from: number): boolean {
  return text.cells[from - 1]?.fragment !== text.cells[from]!.fragment;
}

/** At the fragment's end, a plural's s or the signs after it. */
function endsFragment(text: CellText, to: number): boolean {
  const fragment = text.cells[to - 1]!.fragment;
  let index = to;
  const next = text.cells[index];
  if (next?.fragment === fragment && /[sz]/.test(next.letters)) index++;
  while (text.cells[index]?.fragment === fragment && text.cells[index]!.kind === 'symbol') index++;
  return text.cells[index]?.fragment !== fragment;
}

/** Whether a piece of the split word is no everyday word, as nobody writes by chance. */
function isOdd(text: CellText, from: number, to: number): boolean {
  return fragmentsBetween(text, from, to).some((each) => !isOrdinary(each));
}

function isOrdinary(fragment: Fragment): boolean {
  return fragment.isNumber || ORDINARY_WORDS.has(fragment.plain);
}

function fragmentsBetween(text: CellText, from: number, to: number): Fragment[] {
  return text.fragments.slice(text.cells[from]!.fragment, text.cells[to - 1]!.fragment + 1);
}
