/** A number from 0 to 1, the same in every run. */
export type Random = () => number;

export interface Obfuscation {
  name: string;
  apply(term: string, random: Random): string;
}

const LEET: Record<string, readonly string[]> = {
  a: ['4', '@'],
  b: ['8'],
  e: ['3'],
  g: ['9'],
  i: ['1', '!'],
  l: ['1', '|'],
  o: ['0'],
  s: ['5', '$'],
  t: ['7', '+'],
};
const CYRILLIC_AND_GREEK: Record<string, readonly string[]> = {
  a: ['а', 'α'],
  c: ['с', 'ϲ'],
  e: ['е'],
  h: ['һ'],
  i: ['і', 'ι'],
  j: ['ј'],
  k: ['к', 'κ'],
  n: ['п', 'η'],
  o: ['о', 'ο'],
  p: ['р', 'ρ'],
  s: ['ѕ'],
  t: ['т', 'τ'],
  u: ['υ'],
  v: ['ν'],
  x: ['х'],
  y: ['у'],
};
const MARKS = ['\u0300', '\u0301', '\u0302', '\u0308', '\u0323', '\u0327'];
const INVISIBLE = ['\u200b', '\u200c', '\u200d', '\u2060', '\u00ad', '\ufeff'];
const EMOJI = ['🍎', '😀', '🔥', '❤️', '✨'];
const STYLES = [0xff41, 0x1d41a, 0x1d4ea, 0x1d586, 0x24d0];

/** The twelve ways in which students are expected to hide a word. */
export const OBFUSCATIONS: readonly Obfuscation[] = [
  { name: 'leet', apply: (term, random) => swap(term, LEET, random, 0.5) },
  { name: 'spacing', apply: (term) => between(term, () => ' ') },
  {
    name: 'zero-width',
    apply: (term, random) => between(term, () => (random() < 0.6 ? pick(INVISIBLE, random) : '')),
  },
  { name: 'homoglyphs', apply: (term, random) => swap(term, CYRILLIC_AND_GREEK, random, 0.8) },
  {
    name: 'repeats',
    apply: (term, random) =>
      eachLetter(term, (letter) =>
        letter.repeat(random() < 0.5 ? 1 + Math.floor(random() * 5) : 1),
      ),
  },
  { name: 'splits', apply: (term, random) => splitAt(term, ' ', random) },
  { name: 'emoji', apply: (term, random) => between(term, () => pick(EMOJI, random)) },
  {
    name: 'diacritics',
    apply: (term, random) =>
      eachLetter(term, (letter) => letter + (random() < 0.6 ? pick(MARKS, random) : '')),
  },
  {
    name: 'punctuation',
    apply: (term, random) => separate(term, pick(['.', '-', '_', '/'], random)),
  },
  {
    name: 'stylised letters',
    apply: (term, random) => {
      const first = pick(STYLES, random);
      return eachLetter(term, (letter) => String.fromCodePoint(first + letter.charCodeAt(0) - 97));
    },
  },
  {
    name: 'masked vowel',
    apply: (term, random) => {
      const places = [...term].flatMap((letter, at) =>
        at > 0 && /[aeiou]/.test(letter) ? [at] : [],
      );
      const at = places.length > 0 ? pick(places, random) : 1;
      return term.slice(0, at) + '*' + term.slice(at + 1);
    },
  },
  {
    name: 'mixed',
    apply: (term, random) => {
      const swapped = swap(swap(term, LEET, random, 0.25), CYRILLIC_AND_GREEK, random, 0.3);
      const drawn = eachLetter(swapped, (letter) => (random() < 0.2 ? letter.repeat(3) : letter));
      const cased = [...drawn].map((each) => (random() < 0.5 ? each.toUpperCase() : each)).join('');
      return separate(cased, pick(['', '\u200b', '.', ' '], random));
    },
  },
];

/** A small generator (mulberry32), so that every run hides the words the same way. */
export function seededRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function pick<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(random() * items.length)]!;
}

function eachLetter(term: string, change: (letter: string) => string): string {
  return [...term].map((each) => (/\p{L}/u.test(each) ? change(each) : each)).join('');
}

function swap(
  term: string,
  table: Record<string, readonly string[]>,
  random: Random,
  share: number,
): string {
  return [...term]
    .map((letter) => (table[letter] && random() < share ? pick(table[letter], random) : letter))
    .join('');
}

function between(term: string, make: () => string): string {
  const letters = [...term];
  return letters.map((letter, at) => (at === 0 ? letter : make() + letter)).join('');
}

function separate(term: string, separator: string): string {
  return between(term, () => separator);
}

function splitAt(term: string, separator: string, random: Random): string {
  const at = 1 + Math.floor(random() * (term.length - 1));
  return term.slice(0, at) + separator + term.slice(at);
}
