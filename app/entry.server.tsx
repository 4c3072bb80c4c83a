import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@remix-run/node';
import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { NonceContext } from './components/nonce.tsx';
import de from './locales/de.json';
import en from './locales/en.json';
import { readLanguage } from './platform/language.ts';
import { log } from './platform/log.server.ts';
import { addTranslator } from './platform/translator.ts';

const translators = { en: addTranslator('en', en), de: addTranslator('de', de) };

export const streamTimeout = 5_000;

/** Renders a page: as it becomes ready for a person, whole for a crawler. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  const whenReady = isbot(request.headers.get('user-agent')) ? 'onAllReady' : 'onShellReady';
  const language = readLanguage(request);
  headers.set('Content-Language', language);
  headers.append('Vary', 'Accept-Language, Cookie');
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <I18nextProvider i18n={translators[language]}>
          <RemixServer context={remixContext} url={request.url} nonce={nonce} />
        </I18nextProvider>
      </NonceContext.Provider>,
      {
        nonce,
        [whenReady]() {
          const body = new PassThrough();
          headers.set('Content-Type', 'text/html; charset=utf-8');
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
          pipe(body);
        },
        onShellError: reject,
        onError(error) {
          log.error({ reason: reasonOf(error), path: pathOf(request) }, 'page failed to render');
        },
      },
    );
    setTimeout(abort, streamTimeout + 1_000).unref();
  });
}

/** Faults of loaders and actions; a browser that hung up is none. */
export const handleError: HandleErrorFunction = (error, { request }) => {
  if (!request.signal.aborted)
    log.error({ reason: reasonOf(error), path: pathOf(request) }, 'request failed');
};

// The path alone: a query or a body may carry a prompt or a token.
function pathOf(request: Request): string {
  return new URL(request.url).pathname;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
