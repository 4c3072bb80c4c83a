import { Link, useFetcher } from '@remix-run/react';
import { Copy, Lock, LockOpen, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import type { TFunction } from 'i18next';
import { Trans, useTranslation } from 'react-i18next';
import { translateLabels } from '#app/components/translate-labels.ts';
import { Badge } from '#app/components/badge.tsx';
import { Button } from '#app/components/button.tsx';
import { Card } from '#app/components/card.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { Field } from '#app/components/field.tsx';
import { Select } from '#app/components/select.tsx';
import { CODE_LIFETIMES } from './class-form.ts';
import { formatCode } from './join-code.ts';
import { formatDay } from '#app/platform/format-date.ts';
import css from './join-code-card.module.css';

interface JoinCodeCardProps {
  classId: string;
  code: string;
  isOpen: boolean;
  locked: boolean;
  expiresAt: Date | null;
}

const lifetimes = Object.entries(CODE_LIFETIMES).map(([value, label]) => ({ value, label }));

/** The class code, large enough to read from the last row, with its lock and its end. */
export function JoinCodeCard({ classId, code, isOpen, locked, expiresAt }: JoinCodeCardProps) {
  const { t, i18n } = useTranslation();
  const fetcher = useFetcher();
  const [copied, setCopied] = useState(false);
  const busy = fetcher.formData?.get('intent');
  const action = `/classes/${classId}/join-code`;
  async function copy() {
    await navigator.clipboard.writeText(code);
    setCopied(true);
  }
  return (
    <Card
      title={t('Class code')}
      tone="brand"
      action={
        <Badge tone={isOpen ? 'success' : 'warning'}>{isOpen ? t('Open') : t('Closed')}</Badge>
      }
    >
      <p className={css.code} translate="no">
        {formatCode(code)}
      </p>
      <p className={css.note}>
        {describe(t, {
          locked,
          isOpen,
          date: expiresAt && formatDay(i18n.language, expiresAt, 'medium'),
        })}{' '}
        <Trans i18nKey="Students join at <b>/join</b>." components={{ b: <b /> }} />
      </p>
      <Cluster>
        <Button
          type="button"
          variant="secondary"
          size="small"
          icon={<Copy aria-hidden />}
          onClick={() => void copy()}
        >
          {copied ? t('Copied') : t('Copy')}
        </Button>
        <fetcher.Form method="post" action={action}>
          <Button
            name="intent"
            value={locked ? 'unlock' : 'lock'}
            variant="secondary"
            size="small"
            icon={locked ? <LockOpen aria-hidden /> : <Lock aria-hidden />}
            busy={busy === 'lock' || busy === 'unlock'}
          >
            {locked ? t('Unlock') : t('Lock')}
          </Button>
        </fetcher.Form>
      </Cluster>
      <p>
        <Link to={`/classes/${classId}/join-cards`}>{t('Print cards with the code')}</Link>
      </p>
      <details className={css.renew}>
        <summary>{t('New code')}</summary>
        <fetcher.Form method="post" action={action} className={css.form}>
          <Field
            id="code-days"
            label={t('Open for')}
            hint={t('The code before stops working at once.')}
          >
            <Select
              id="code-days"
              name="days"
              defaultValue="30"
              options={translateLabels(t, lifetimes)}
              aria-describedby="code-days-description"
            />
          </Field>
          <Button
            name="intent"
            value="new"
            size="small"
            icon={<RefreshCw aria-hidden />}
            busy={busy === 'new'}
          >
            {t('Make a new code')}
          </Button>
        </fetcher.Form>
      </details>
    </Card>
  );
}

function describe(
  t: TFunction,
  { locked, isOpen, date }: { locked: boolean; isOpen: boolean; date: string | null },
): string {
  if (locked) return t('Locked: nobody can join.');
  if (!isOpen) return t('This code has run out. Make a new one.');
  return date ? t('Open until {{date}}.', { date }) : t('Open.');
}
