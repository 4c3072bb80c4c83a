import { useFetcher } from '@remix-run/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#app/components/notice.tsx';
import type { AuditChain } from './verify-audit-chain.server.ts';

/** Says whether the whole log is as it was written. It is read once more for that, while the page is there already. */
export function ChainMark() {
  const { t } = useTranslation();
  const { data: chain, load } = useFetcher<AuditChain>();
  useEffect(() => load('/school/audit/chain'), [load]);
  if (!chain)
    return (
      <Notice live="polite">{t('Reading the whole log to see whether it was changed…')}</Notice>
    );
  if (chain.brokenAt !== null)
    return (
      <Notice tone="danger" live="assertive" title={t('This log was changed')}>
        {t('Entry {{entry}} is missing, or is not as it was written.', { entry: chain.brokenAt })}
      </Notice>
    );
  return (
    <Notice tone="success" live="polite" title={t('Chain verified')}>
      {t('All {{count}} entries are as they were written.', { count: chain.entries })}
    </Notice>
  );
}
