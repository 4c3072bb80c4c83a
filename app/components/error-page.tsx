import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Wordmark } from './brand.tsx';
import css from './error-page.module.css';
import { LinkButton } from './link-button.tsx';

interface ErrorPageProps {
  status: number;
  title?: ReactNode;
  /** What happened, in a sentence; otherwise the usual one for this status. */
  reason?: ReactNode;
  homeTo?: string;
  homeLabel?: string;
}

const usual: Record<number, { title: string; reason: string }> = {
  403: {
    title: 'This page is not yours to open',
    reason: 'It belongs to someone else or to another class. Your teacher can tell you more.',
  },
  404: {
    title: 'There is nothing on this canvas',
    reason: 'The address may have a typing mistake, or the page was taken down.',
  },
  413: {
    title: 'This is too large to carry',
    reason: 'A form may hold 8 MB, so Easel has not read it. Nothing was changed.',
  },
  429: {
    title: 'Slow down a little',
    reason: 'That was a lot of tries in a short time. Wait a minute, then go on.',
  },
  500: {
    title: 'The paint has run',
    reason:
      'Something went wrong on our side. Nothing that you saved is lost; try again in a minute.',
  },
};

export function ErrorPage(props: ErrorPageProps) {
  const { t } = useTranslation();
  const { status, title, reason, homeTo = '/', homeLabel } = props;
  const words = usual[status] ?? usual[status >= 500 ? 500 : 404]!;
  return (
    <main className={css.page}>
      <Wordmark />
      <ErrorDrawing failed={status >= 500} />
      <p className={css.status}>{status}</p>
      <h1 className={css.title}>{title ?? t(words.title)}</h1>
      <p className={css.reason}>{reason || t(words.reason)}</p>
      <LinkButton to={homeTo} size="large" reloadDocument>
        {homeLabel ?? t('Back to the start')}
      </LinkButton>
    </main>
  );
}

function ErrorDrawing({ failed }: { failed: boolean }) {
  return (
    <svg className={css.drawing} viewBox="0 0 240 160" aria-hidden>
      <path className={css.ground} d="M24 150c44-8 148-8 192 0" />
      <path className={css.wood} d="M120 10v12M92 112l-26 38M148 112l26 38M120 112v32M56 112h128" />
      <rect className={css.paper} x="66" y="20" width="108" height="86" rx="6" />
      {failed ? (
        <path className={css.drip} d="M82 44h76M88 46v26M104 46v44M122 46v18M138 46v52M152 46v22" />
      ) : (
        <path className={css.question} d="M106 48c2-18 30-18 30 0 0 12-15 12-15 24M121 90v.5" />
      )}
    </svg>
  );
}
