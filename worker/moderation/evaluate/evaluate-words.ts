/**
 * Measures the word filter beside npm's: severe terms of lists that it is not built from, the same
 * terms in twelve disguises, and innocent prompts. Run with tsx; `--show` also lists the failures.
 */
import { listClassroomPrompts } from './classroom-prompts.ts';
import { listFilters, type WordFilter } from './npm-filters.ts';
import { OBFUSCATIONS, seededRandom } from './obfuscations.ts';
import { listRatedTerms } from './rated-terms.ts';
import { listSevereTerms } from './severe-terms.ts';
import { listRootTerms, listWordTerms } from '../words/lexicon.ts';
import { TRAPS } from './traps.ts';

/** Share of the texts that the filter blocks, in per cent. */
function blockedPercent(filter: WordFilter, texts: readonly string[]): number {
  return (100 * texts.filter((text) => filter.blocks(text)).length) / texts.length;
}

const { severe, setAside } = await listSevereTerms();
const rated = listRatedTerms();
const prompts = listClassroomPrompts();
// Only words that letters spell can be spelt in other ways.
const spelt = severe.filter((term) => /^[a-z]{3,}$/.test(term));
const inLetters = severe.filter((term) => /^[a-z -]+$/.test(term));
const own = new Set([...listWordTerms(), ...listRootTerms()].map((term) => term.letters));
const unseen = inLetters.filter((term) => !own.has(term.replace(/[^a-z]/g, '')));
const filters = listFilters();
const rows: [string, (filter: WordFilter) => number][] = [
  [`severe terms blocked (${severe.length})`, (filter) => blockedPercent(filter, severe)],
  [`- spelt in letters (${inLetters.length})`, (filter) => blockedPercent(filter, inLetters)],
  [`- in no list of ours (${unseen.length})`, (filter) => blockedPercent(filter, unseen)],
  [`set-aside terms blocked (${setAside.length})`, (filter) => blockedPercent(filter, setAside)],
  [
    `rated severe, half read (${rated.read.length})`,
    (filter) => blockedPercent(filter, rated.read),
  ],
  [
    `rated severe, half unread (${rated.unread.length})`,
    (filter) => blockedPercent(filter, rated.unread),
  ],
  ...OBFUSCATIONS.map(({ name, apply }): [string, (filter: WordFilter) => number] => {
    const random = seededRandom(12);
    const hidden = spelt.map((term) => `a picture of ${apply(term, random)}`);
    return [`${name} (${spelt.length})`, (filter) => blockedPercent(filter, hidden)];
  }),
  [`classroom prompts blocked (${prompts.length})`, (filter) => blockedPercent(filter, prompts)],
  [`traps blocked (${TRAPS.length})`, (filter) => blockedPercent(filter, TRAPS)],
];

console.log(['per cent', ...filters.map((filter) => filter.name)].join(' | '));
for (const [name, measure] of rows) {
  console.log([name, ...filters.map((filter) => measure(filter).toFixed(2))].join(' | '));
}
const [ours] = filters;
const startedMs = performance.now();
for (const prompt of prompts) ours!.blocks(prompt);
console.log(`ours: ${((performance.now() - startedMs) / prompts.length).toFixed(3)} ms a prompt`);

if (process.argv.includes('--show')) {
  console.log('missed:', severe.filter((term) => !ours!.blocks(term)).join(', '));
  console.log('false alarms:', prompts.filter((prompt) => ours!.blocks(prompt)).join('\n'));
  for (const { name, apply } of OBFUSCATIONS) {
    const random = seededRandom(12);
    const hidden = spelt.map((term) => apply(term, random));
    const missed = hidden.filter((text) => !ours!.blocks(`a picture of ${text}`));
    console.log(`${name}:`, missed.slice(0, 25).join(' ; '));
  }
}
