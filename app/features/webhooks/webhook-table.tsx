import { useTranslation } from 'react-i18next';
import { Badge } from '#app/components/badge.tsx';
import { ConfirmButton } from '#app/components/confirm-button.tsx';
import { Table } from '#app/components/table.tsx';
import { useTime } from '#app/features/site/use-time.ts';
import type { ShownWebhook } from './list-webhooks.server.ts';
import css from './webhook-table.module.css';

const STATES = {
  waiting: { tone: 'info', name: 'On its way' },
  delivered: { tone: 'success', name: 'Told' },
  failed: { tone: 'danger', name: 'Not reached' },
} as const;

/** One's webhooks, each with its last messages and what came back. */
export function WebhookTable({ webhooks }: { webhooks: ShownWebhook[] }) {
  const { t } = useTranslation();
  return (
    <Table
      caption={t('Your webhooks')}
      rows={webhooks}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'url',
          header: t('Address'),
          isRowHeader: true,
          cell: ({ url }) => (
            <span className={css.url} translate="no">
              {url}
            </span>
          ),
        },
        {
          key: 'told',
          header: t('Last messages'),
          cell: ({ deliveries }) => <Deliveries deliveries={deliveries} />,
        },
        {
          key: 'remove',
          header: t('Remove'),
          hideHeader: true,
          cell: (webhook) => <Remove webhook={webhook} />,
        },
      ]}
    />
  );
}

function Deliveries({ deliveries }: Pick<ShownWebhook, 'deliveries'>) {
  const { t } = useTranslation();
  const time = useTime();
  if (deliveries.length === 0) return <>{t('None yet')}</>;
  return (
    <ul className={css.deliveries}>
      {deliveries.map(({ id, state, lastStatus, at }) => (
        <li key={id}>
          <Badge tone={STATES[state].tone}>{t(STATES[state].name)}</Badge> {time(at)}
          {lastStatus !== null && ` · ${t('answer {{lastStatus}}', { lastStatus })}`}
        </li>
      ))}
    </ul>
  );
}

function Remove({ webhook: { id, url } }: { webhook: ShownWebhook }) {
  const { t } = useTranslation();
  return (
    <ConfirmButton
      label={t('Remove')}
      name={t('Remove {{url}}', { url })}
      title={t('Remove this webhook?')}
      fields={{ intent: 'remove', webhookId: id }}
      action="/programs/webhooks"
    >
      {t('The program is told nothing more. Adding it again makes a new key.')}
    </ConfirmButton>
  );
}
