import type { i18n } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

interface Pattern {
  key: string;
  names: string[];
  pattern: RegExp;
}

const patternsOf = new WeakMap<i18n, Pattern[]>();

/**
 * Says a sentence of the server or of a form's schema in the reader's language. Such sentences come in English
 * with their values in them, so that programs and logs read them too; the catalog's key "At most {{most}}
 * pictures." finds "At most 12 pictures." What the catalog doesn't have is said as it is.
 */
export function useSay(): (sentence: string) => string {
  const { i18n } = useTranslation();
  return useCallback(
    (sentence: string) => (i18n.language === 'en' ? sentence : say(i18n, sentence)),
    [i18n],
  );
}

function say(translator: i18n, sentence: string): string {
  if (translator.exists(sentence)) return translator.t(sentence);
  for (const { key, names, pattern } of listPatterns(translator)) {
    const found = pattern.exec(sentence)?.slice(1);
    if (!found) continue;
    // A value may be words of ours too: "Line 3: There is no name on this line."
    const values = names.map((name, index) => {
      const value = found[index]!;
      return [name, name === 'count' ? Number(value) : say(translator, value)];
    });
    return translator.t(key, Object.fromEntries(values) as Record<string, string>);
  }
  return sayParts(translator, sentence);
}

/** "the steps, the size and the seed", or the name of a field before what is wrong with it. */
function sayParts(translator: i18n, sentence: string): string {
  const [name, ...rest] = sentence.split(': ');
  if (rest.length > 0 && translator.exists(name!))
    return `${translator.t(name!)}: ${say(translator, rest.join(': '))}`;
  const list = sentence.split(/, (?:and )?| and /);
  if (list.length < 2 || !list.every((each) => translator.exists(each))) return sentence;
  return new Intl.ListFormat(translator.language).format(list.map((each) => translator.t(each)));
}

/** The catalog's sentences with values, those with most words of their own first. */
function listPatterns(translator: i18n): Pattern[] {
  const known = patternsOf.get(translator);
  if (known) return known;
  const catalog = translator.getResourceBundle(translator.language, 'translation') as object;
  const keys = Object.keys(catalog).map((key) => key.replace(/_(one|other)$/, ''));
  const patterns = [...new Set(keys)]
    .filter((key) => /\{\{/.test(key) && (/^(\p{L}|\{\{count)/u.test(key) || countWords(key) > 2))
    .sort((a, b) => ownText(b).length - ownText(a).length)
    .map((key) => ({
      key,
      names: [...key.matchAll(VALUE)].map(([, name]) => name!),
      pattern: toPattern(key),
    }));
  patternsOf.set(translator, patterns);
  return patterns;
}

const VALUE = /\{\{(\w+)\}\}/g;

function toPattern(key: string): RegExp {
  const escaped = key.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const pattern = escaped
    .replaceAll('\\{\\{count\\}\\}', '(\\d+)')
    .replace(/\\\{\\\{\w+\\\}\\\}/g, '(.+)');
  return new RegExp(`^${pattern}$`, 's');
}

function ownText(key: string): string {
  return key.replace(VALUE, '');
}

function countWords(key: string): number {
  return ownText(key).match(/\p{L}+/gu)?.length ?? 0;
}
