import type { Term, TermEntry, WordCategory } from './term.ts';
import { cuss } from 'cuss';
import { en as naughtyWords } from 'naughty-words';
import profaneWords from 'profane-words';
import { EVERYDAY } from './ordinary-words.ts';
import { INNOCENT_LIBRARY_TERMS } from './lists/innocent.ts';
import { ROOTS } from './lists/roots.ts';
import { INNOCENT_APART } from './lists/innocent-apart.ts';
import { SCHOOL_TERMS } from './lists/school.ts';
import { INITIALS, SEXUAL_TERMS, VULGAR_TERMS } from './lists/vulgar.ts';

/** What compound insults begin with. */
const COMPOUND_STEMS = [
  'ass',
  'arse',
  'cock',
  'cunt',
  'dick',
  'piss',
  'tit',
  'titty',
  'twat',
  'cum',
];

interface TermKind {
  isRoot?: boolean;
  isInitials?: boolean;
}

function makeTerm(
  [text, category, severity]: TermEntry,
  { isRoot = false, isInitials = false }: TermKind = {},
): Term {
  const letters = text.toLowerCase().replace(/[^a-z]/g, '');
  const breaks: number[] = [];
  let seen = '';
  for (const character of text.toLowerCase()) {
    if (/[a-z]/.test(character)) seen += character;
    else breaks.push(countRuns(seen));
  }
  if (severity === 'severe' && letters === text) breaks.push(...findJoints(letters));
  return { letters, category, severity, isRoot, isInitials, breaks };
}

/**
 * Every term that counts as a word of its own: ours first, then cuss's surest words, LDNOOBW's
 * English list and those of profane-words that are no everyday English, less the innocent ones.
 */
export function listWordTerms(): Term[] {
  const libraryTexts = [
    ...Object.keys(cuss).filter((text) => cuss[text] === 2),
    ...naughtyWords,
    ...profaneWords.filter((text) => !text.split(/[ -]/).every((word) => EVERYDAY.has(word))),
  ].filter((text) => /^[a-z &-]+$/.test(text) && !INNOCENT_LIBRARY_TERMS.has(text));
  const fromLibraries = [...libraryTexts, ...compound(libraryTexts)].map((text): TermEntry => [
    text,
    libraryCategory(text),
    'strong',
  ]);
  const entries = [...SCHOOL_TERMS, ...VULGAR_TERMS, ...fromLibraries];
  return [
    ...entries.map((entry) => makeTerm(entry)).filter((term) => term.letters.length >= 3),
    // Last, so that none hides a word of the same letters.
    ...INITIALS.map((entry) => makeTerm(entry, { isInitials: true })),
  ];
}

/** Insults are built like one another: every stem of the lists' compounds with every ending. */
function compound(texts: readonly string[]): string[] {
  const words = texts.map((text) => text.replace(/[ -]/g, ''));
  const endings = new Set(
    words.flatMap((word) => COMPOUND_STEMS.flatMap((stem) => endingAfter(word, stem))),
  );
  return COMPOUND_STEMS.flatMap((stem) => [...endings].map((ending) => stem + ending)).filter(
    (word) => !EVERYDAY.has(word) && !INNOCENT_LIBRARY_TERMS.has(word),
  );
}

function endingAfter(word: string, stem: string): string[] {
  const ending = word.slice(stem.length);
  return word.startsWith(stem) && ending.length >= 3 && EVERYDAY.has(ending) ? [ending] : [];
}

const SHORTEST_PART = 3;

/** Where a severe compound may be written as two words, "gang bang" for one: a number of runs each. */
function findJoints(compound: string): number[] {
  const joints: number[] = [];
  for (let at = SHORTEST_PART; at <= compound.length - SHORTEST_PART; at++) {
    const [first, second] = [compound.slice(0, at), compound.slice(at)];
    const isApart = EVERYDAY.has(first) && EVERYDAY.has(second);
    if (isApart && !INNOCENT_APART.has(`${first} ${second}`)) joints.push(countRuns(first));
  }
  return joints;
}

/** Every term that counts inside a longer word too. */
export function listRootTerms(): Term[] {
  return ROOTS.map((entry) => makeTerm(entry, { isRoot: true }));
}

/** cuss is mostly slurs, LDNOOBW mostly sexual; our own lists correct both. */
function libraryCategory(text: string): WordCategory {
  const root = ROOTS.find(([part]) => text.replace(/ /g, '').includes(part));
  if (root) return root[1];
  return SEXUAL_TERMS.has(text) || naughtyWords.includes(text) ? 'sexual' : 'hate';
}

function countRuns(letters: string): number {
  return (letters.match(/(.)\1*/g) ?? []).length;
}
