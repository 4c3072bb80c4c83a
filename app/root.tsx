import '@fontsource-variable/nunito/wght.css';
import './styles/tokens.css';
import './styles/base.css';
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import type { ShouldRevalidateFunctionArgs } from '@remix-run/react';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorPage } from './components/error-page.tsx';
import { useNonce } from './components/nonce.tsx';
import { darkSheetMedia, readTheme, ThemeProvider, useTheme } from './components/theme.tsx';
import { ToastProvider } from './components/toast.tsx';
import { findUser } from './features/accounts/find-user.server.ts';
import { SiteFrame } from './features/site/site-frame.tsx';
import { readLanguage } from './platform/language.ts';
import { translatorOf } from './platform/translator.ts';
import darkSheet from './styles/dark.css?url';

export const meta: MetaFunction<typeof loader> = ({ error, data }) => {
  const { t } = translatorOf(data?.language ?? 'en');
  return [{ title: error ? `${t('Not this way')} · Easel` : 'Easel' }];
};

export const links: LinksFunction = () => [
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'apple-touch-icon', href: '/apple-touch-icon.png' },
  { rel: 'manifest', href: '/site.webmanifest' },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await findUser(request);
  return {
    language: readLanguage(request),
    theme: readTheme(request.headers.get('Cookie')),
    user: user && { role: user.role, displayName: user.displayName, isDemo: user.isDemo },
  };
}

/** Who is signed in changes by a form alone, the theme by its cookie, and a new language loads the page. */
export function shouldRevalidate({ formMethod }: ShouldRevalidateFunctionArgs) {
  return formMethod !== undefined && formMethod !== 'GET';
}

export function Layout({ children }: { children: ReactNode }) {
  // Undefined where the error page stands in for a loader that failed.
  const data = useRouteLoaderData<typeof loader>('root');
  return (
    <ThemeProvider initial={data?.theme ?? 'system'}>
      <Document>{children}</Document>
    </ThemeProvider>
  );
}

function Document({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const { theme } = useTheme();
  const { i18n } = useTranslation();
  return (
    <html lang={i18n.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === 'system' ? 'light dark' : theme} />
        <Meta />
        <Links />
        <link rel="stylesheet" href={darkSheet} media={darkSheetMedia(theme)} />
      </head>
      <body>
        <ToastProvider>{children}</ToastProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  const { user } = useLoaderData<typeof loader>();
  return (
    <SiteFrame user={user}>
      <Outlet />
    </SiteFrame>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  if (!isRouteErrorResponse(error)) return <ErrorPage status={500} />;
  // A body that is a sentence was written for the person who reads it; the router's own are not.
  const sentence = typeof error.data === 'string' && !error.data.startsWith('Error:');
  const reason = sentence && error.status < 500 ? (error.data as string) : undefined;
  return <ErrorPage status={error.status} reason={reason} />;
}
