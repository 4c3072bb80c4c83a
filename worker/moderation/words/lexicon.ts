import { cuss } from 'cuss';
import { en as naughtyWords } from 'naughty-words';
import { INNOCENT_LIBRARY_TERMS } from './lists/innocent.ts';
import { ROOTS } from './lists/roots.ts';
import { SCHOOL_TERMS } from './lists/school.ts';
import { SEXUAL_TERMS, VULGAR_TERMS } from './lists/vulgar.ts';

export const WORD_CATEGORIES = [
  'profanity',
  'sexual',
  'hate',
  'violence',
  'self-harm',
  'drugs',
] as const;

export type WordCategory = (typeof WORD_CATEGORIES)[number];

/** `mild` is blocked only where a class asks for the strict filter. */
export type TermSeverity = 'mild' | 'strong' | 'severe';

export interface Term {
  /** Its letters, with nothing between them. */
  letters: string;
  category: WordCategory;
  severity: TermSeverity;
  /** Whether it counts inside a longer word too. */
  isRoot: boolean;
  /** For each space of a phrase, the number of the run of letters in which it lies. */
  breaks: readonly number[];
}

/** A word or phrase with what it is about. */
export type TermEntry = readonly [text: string, category: WordCategory, severity: TermSeverity];

export function makeTerm([text, category, severity]: TermEntry, isRoot = false): Term {
  const letters = text.toLowerCase().replace(/[^a-z]/g, '');
  const breaks: number[] = [];
  let seen = '';
  for (const character of text.toLowerCase()) {
    if (/[a-z]/.test(character)) seen += character;
    else breaks.push(countRuns(seen));
  }
  return { letters, category, severity, isRoot, breaks };
}

/**
 * Every term that counts as a word of its own: ours first, then cuss's surest words and
 * LDNOOBW's English list, less the ones with an innocent use in a classroom.
 */
export function listWordTerms(): Term[] {
  const libraryTexts = [
    ...Object.keys(cuss).filter((text) => cuss[text] === 2),
    ...naughtyWords.filter((text) => /^[a-z &-]+$/.test(text)),
  ];
  const fromLibraries = libraryTexts
    .filter((text) => !INNOCENT_LIBRARY_TERMS.has(text) && !/\d/.test(text))
    .map((text): TermEntry => [text, libraryCategory(text), 'strong']);
  return [...SCHOOL_TERMS, ...VULGAR_TERMS, ...fromLibraries]
    .map((entry) => makeTerm(entry))
    .filter((term) => term.letters.length >= 3);
}

/** Every term that counts inside a longer word too. */
export function listRootTerms(): Term[] {
  return ROOTS.map((entry) => makeTerm(entry, true));
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
