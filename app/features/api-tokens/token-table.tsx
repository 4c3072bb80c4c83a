import { useTranslation } from 'react-i18next';
import { useTime } from '#app/features/site/use-time.ts';
import { Badge } from '#app/components/badge.tsx';
import { ConfirmButton } from '#app/components/confirm-button.tsx';
import { Table } from '#app/components/table.tsx';
import { SCOPES } from './scopes.ts';
import type { ListedToken } from './list-api-tokens.server.ts';
import css from './api-tokens-page.module.css';

export function TokenTable({ tokens }: { tokens: ListedToken[] }) {
  const { t } = useTranslation();
  const time = useTime();
  return (
    <Table
      caption={t('Your tokens')}
      rows={tokens}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: t('Token'),
          isRowHeader: true,
          cell: ({ name, ending }) => (
            <>
              {name} <span translate="no">…{ending}</span>
            </>
          ),
        },
        { key: 'class', header: t('Class'), cell: ({ className }) => className },
        { key: 'scopes', header: t('May'), cell: ({ scopes }) => <Scopes scopes={scopes} /> },
        { key: 'limit', header: t('A minute'), align: 'end', cell: ({ perMinute }) => perMinute },
        {
          key: 'end',
          header: t('Works until'),
          cell: ({ expiresAt, isExpired }) =>
            isExpired ? <Badge tone="warning">{t('Run out')}</Badge> : time(expiresAt),
        },
        {
          key: 'used',
          header: t('Last used'),
          cell: ({ lastUsedAt }) => (lastUsedAt ? time(lastUsedAt) : t('Never')),
        },
        {
          key: 'revoke',
          header: t('Take back'),
          hideHeader: true,
          cell: (token) => <Revoke token={token} />,
        },
      ]}
    />
  );
}

function Scopes({ scopes }: Pick<ListedToken, 'scopes'>) {
  const { t } = useTranslation();
  return (
    <ul className={css.scopes}>
      {scopes.map((scope) => (
        <li key={scope}>{t(SCOPES[scope])}</li>
      ))}
    </ul>
  );
}

function Revoke({ token: { id, name } }: { token: ListedToken }) {
  const { t } = useTranslation();
  return (
    <ConfirmButton
      label={t('Take back')}
      name={t('Take back {{name}}', { name })}
      title={t('Take back “{{name}}”?', { name })}
      fields={{ intent: 'revoke', tokenId: id }}
      action="/programs/tokens"
    >
      {t('Programs that use it stop working at once. This can’t be undone.')}
    </ConfirmButton>
  );
}
