import { Form, Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Notice } from '#app/components/notice.tsx';
import { formatDay } from '#app/platform/format-date.ts';
import type { Clock } from './find-retention.server.ts';

/** Says that a class's work goes soon, with the way to keep it. */
export function KeepNotice({ clock }: { clock: Clock }) {
  const { t, i18n } = useTranslation();
  const { classId, className, keepDays, dueAt } = clock;
  if (!dueAt) return null;
  const date = formatDay(i18n.language, dueAt, 'long');
  return (
    <Notice
      tone="warning"
      title={t('The work of {{className}} is removed on {{date}}', { className, date })}
      action={
        <Form method="post" action={`/classes/${classId}/keeping`}>
          <input type="hidden" name="keep" value={String(keepDays)} />
          <Button variant="secondary" size="small">
            {t('Keep it longer')}
          </Button>
        </Form>
      }
    >
      {t('Nobody has worked in it for a long time.')}{' '}
      <Link to={`/classes/${classId}/log`}>{t('Take along what you need')}</Link>
    </Notice>
  );
}
