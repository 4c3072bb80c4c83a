import { expect, it } from 'vitest';
import de from '../../app/locales/de.json' with { type: 'json' };
import en from '../../app/locales/en.json' with { type: 'json' };
import { readTexts } from './read-texts.ts';

const texts = await readTexts('app');
const worker = await readTexts('worker');
const german: Record<string, string> = de;

/** Without the names of its values: "At most {{}} pictures." */
const bared = (key: string) => key.replace(/\{?\{\{\w*\}\}\}?/g, '{{}}');
/** What stands between its values, the longest piece of it. */
const ownWords = (key: string) =>
  key
    .replace(/_\w+$/, '')
    .split(/\{\{\w*\}\}/)
    .reduce((longest, part) => (part.length > longest.length ? part : longest))
    .trim();
const formsOf = (key: string) => [`${key}_one`, `${key}_other`];
const isUntranslated = ({ key, isPlural }: { key: string; isPlural: boolean }) =>
  (isPlural ? formsOf(key) : [key]).some((form) => !(form in german));

it('has a German entry for every text', () => {
  const missing = texts.said.filter(isUntranslated);
  expect(missing.map(({ key, place }) => `${place} ${key}`)).toEqual([]);
});

it('has a German entry for every sentence of an error, a schema or a table of names', () => {
  const known = new Set(Object.keys(german).map((key) => bared(key.replace(/_other$/, ''))));
  const missing = texts.sentences.filter(({ key }) => !known.has(bared(key)));
  expect(missing.map(({ key, place }) => `${place} ${key}`)).toEqual([]);
});

it('has no entry that nothing uses', () => {
  const used = new Set(
    texts.said.flatMap((text) => (text.isPlural ? formsOf(text.key) : [text.key])),
  );
  const strings = [...texts.strings, ...worker.strings].map(bared);
  const code = strings.join('\n');
  const whole = new Set(strings);
  // Words within a longer string count: a name without its article, a sentence that SQL composes.
  const isUsed = (key: string) =>
    used.has(key) ||
    whole.has(bared(key)) ||
    [ownWords(key), ownWords(key).replaceAll(' ', '-')].some((words) => code.includes(words));
  expect(Object.keys(german).filter((key) => !isUsed(key))).toEqual([]);
  expect(Object.keys(en).filter((key) => !used.has(key))).toEqual([]);
});

it('keeps the values and the elements of every sentence', () => {
  const partsOf = (text: string) =>
    [...text.matchAll(/\{\{\w+\}\}|<\/?\w+>/g)].map(([part]) => part).sort();
  const differing = Object.entries(german).filter(([key, text]) => {
    const wanted = partsOf(key);
    const isOne = key.endsWith('_one');
    return partsOf(text).join() !== wanted.join() && !(isOne && !text.includes('{{count}}'));
  });
  expect(differing).toEqual([]);
});

it('leaves no word of a page outside the catalogs', () => {
  expect(texts.bare).toEqual([]);
});

it('names no element as HTML names one that holds nothing: the text would fall out of it', () => {
  const empty = /<(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)>/;
  expect(Object.keys(german).filter((key) => empty.test(key))).toEqual([]);
});
