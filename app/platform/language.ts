import { z } from 'zod';

const languageSchema = z.enum(['en', 'de']);

export type Language = z.infer<typeof languageSchema>;

/** The languages of the interface, each by its own name. */
export const LANGUAGES: Record<Language, string> = { en: 'English', de: 'Deutsch' };

/** How dates are written: a school reads "24 November", not "November 24". */
export const DATE_LOCALES: Record<Language, string> = { en: 'en-GB', de: 'de-DE' };

const COOKIE = 'easel-language';
const ONE_YEAR_S = 365 * 24 * 60 * 60;

/** What the menu of languages sends: one of them, and the page to come back to. */
export const languageFormSchema = z.object({
  language: languageSchema,
  back: z
    .string()
    .regex(/^\/(?![/\\])/)
    .catch('/'),
});

/** The `Set-Cookie` header that keeps a choice. */
export function languageCookie(language: Language): string {
  return `${COOKIE}=${language}; Path=/; Max-Age=${ONE_YEAR_S}; SameSite=Lax; HttpOnly`;
}

/** What was chosen in the menu, else the first of the browser's languages that Easel has, else English. */
export function readLanguage({ headers }: { headers: Headers }): Language {
  const cookie = headers.get('Cookie')?.match(/(?:^|;\s*)easel-language=([^;]*)/)?.[1];
  const chosen = languageSchema.safeParse(cookie);
  if (chosen.success) return chosen.data;
  return acceptedLanguages(headers.get('Accept-Language') ?? '')[0] ?? 'en';
}

function acceptedLanguages(header: string): Language[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(/\s*;\s*/);
      const quality = parameters.find((each) => each.startsWith('q='))?.slice('q='.length);
      return { tag: tag.split('-')[0]!.toLowerCase(), quality: Number(quality ?? 1) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .flatMap(({ tag }) => languageSchema.safeParse(tag).data ?? []);
}
