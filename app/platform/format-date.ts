import { DATE_LOCALES } from './language.ts';
import type { Language } from './language.ts';

/** A day as the reader's language writes it. The same on the server and in every browser: nothing jumps on hydration. */
export function formatDay(language: string, time: Date, dateStyle: 'medium' | 'long'): string {
  const locale = DATE_LOCALES[language as Language];
  return new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }).format(time);
}
