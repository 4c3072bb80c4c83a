import { RemixBrowser } from '@remix-run/react';
import { startTransition, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import type { Language } from './platform/language.ts';
import { addTranslator } from './platform/translator.ts';

/** Each a file of its own, so that a page brings the words of its own language alone. */
const catalogs: Record<Language, () => Promise<{ default: Record<string, string> }>> = {
  en: () => import('./locales/en.json'),
  de: () => import('./locales/de.json'),
};

async function hydrate() {
  // As the server rendered it.
  const language = document.documentElement.lang as Language;
  const catalog = await catalogs[language]();
  const translator = addTranslator(language, catalog.default);
  await readPageData();
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={translator}>
          <RemixBrowser />
        </I18nextProvider>
      </StrictMode>,
    );
  });
}

/**
 * Waits until Remix has read the data that the page was rendered from. Else it reads that while React takes over the
 * page, by throwing a promise from its component, and React gives up for good where a key or a click comes before it
 * is kept ("Root did not complete").
 */
async function readPageData() {
  try {
    RemixBrowser({});
  } catch (reading) {
    await reading;
  }
}

void hydrate();
