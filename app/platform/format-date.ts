import { DATE_LOCALES } from './language.ts';
import type { Language } from './language.ts';

/** A day as the reader's language writes it. The same on the server and in every browser: nothing jumps on hydration. */
export function formatDay(language: string, time: Date, dateStyle: 'medium' | 'long'): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle, timeZone: 'UTC' }).format(time);
}

/** A time on the school's clock, such as "2026-11-24T15:30", for a page: "Tue 24 Nov, 15:30". */
export function formatTime(language: string, schoolTime: string): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    // The text says what the school's clock shows; read as UTC it stays that.
    timeZone: 'UTC',
  }).format(new Date(`${schoolTime}Z`));
}

function localeOf(language: string): string {
  return DATE_LOCALES[language as Language];
}
