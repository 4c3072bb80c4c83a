import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '#app/platform/format-date.ts';

/** Writes a time of the school, as the server sends it ("2026-11-24T15:30"), in the reader's language. */
export function useTime(): (schoolTime: string) => string {
  const { language } = useTranslation().i18n;
  return useCallback((schoolTime: string) => formatTime(language, schoolTime), [language]);
}
