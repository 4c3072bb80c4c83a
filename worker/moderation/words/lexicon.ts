import type { Term, TermEntry, WordCategory } from './term.ts';
import { cuss } from 'cuss';
import { en as naughtyWords } from 'naughty-words';
import profaneWords from 'profane-words';
import { EVERYDAY } from './ordinary-words.ts';
import { INNOCENT_LIBRARY_TERMS } from './lists/innocent.ts';
import { ROOTS } from './lists/roots.ts';
import { SCHOOL_TERMS } from './lists/school.ts';
import { SEXUAL_TERMS, VULGAR_TERMS } from './lists/vulgar.ts';

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
  return [...SCHOOL_TERMS, ...VULGAR_TERMS, ...fromLibraries]
    .map((entry) => makeTerm(entry))
    .filter((term) => term.letters.length >= 3);
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
