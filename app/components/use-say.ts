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
 * with their values in them, so that programs and logs can read them too; the catalog's key "At most {{most}}
 * pictures." finds "At most 12 pictures." What the catalog doesn't have is said as it is.
 */
export function useSay(): (sentence: string) => string {
  const { i18n } = useTranslation();
  return useCallback((sentence: string) => say(i18n, sentence), [i18n]);
}

function say(translator: i18n, sentence: string): string {
  if (translator.exists(sentence)) return translator.t(sentence);
  for (const { key, names, pattern } of listPatterns(translator)) {
    const found = pattern.exec(sentence);
    if (!found) continue;
    // A value may be a sentence itself: "Line 3: There is no name on this line."
    const values = names.map((name, index) => [name, say(translator, found[index + 1]!)]);
    return translator.t(key, Object.fromEntries(values) as Record<string, string>);
  }
  return sentence;
}

/** The catalog's keys with values, those with most words of their own first. */
function listPatterns(translator: i18n): Pattern[] {
  const known = patternsOf.get(translator);
  if (known) return known;
  const catalog = translator.getResourceBundle(translator.language, 'translation') as object;
  const patterns = Object.keys(catalog)
    .filter((key) => key.includes('{{') && !key.includes('<'))
    .sort((a, b) => wordsOf(b).length - wordsOf(a).length)
    .map((key) => ({
      key,
      names: [...key.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!),
      pattern: new RegExp(
        `^${wordsOf(key)
          .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
          .replaceAll('\0', '(.+)')}$`,
        's',
      ),
    }));
  patternsOf.set(translator, patterns);
  return patterns;
}

function wordsOf(key: string): string {
  return key.replace(/\{\{\w+\}\}/g, '\0');
}
