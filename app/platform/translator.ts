import { createInstance } from 'i18next';
import type { i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from './language.ts';

const translators = new Map<Language, i18n>();

/**
 * Makes the translator of one language from its catalog. It never changes its language, so the server uses one
 * for all requests; a browser makes only that of the page.
 *
 * The English text is the key: a text that a catalog lacks is shown in English.
 */
export function addTranslator(language: Language, catalog: Record<string, string>): i18n {
  const translator = createInstance();
  void translator.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation: catalog } },
    fallbackLng: false,
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  translators.set(language, translator);
  return translator;
}

/** The translator of a language whose catalog is loaded. */
export function translatorOf(language: Language): i18n {
  const translator = translators.get(language);
  if (!translator) throw new Error(`The catalog of "${language}" is not loaded.`);
  return translator;
}
