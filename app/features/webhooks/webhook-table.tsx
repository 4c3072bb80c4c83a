import { useFetcher } from '@remix-run/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#app/components/badge.tsx';
import { Button } from '#app/components/button.tsx';
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx';
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
          cell: (webhook) => <RemoveButton key={webhook.id} webhook={webhook} />,
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

function RemoveButton({ webhook: { id, url } }: { webhook: ShownWebhook }) {
  const { t } = useTranslation();
  const fetcher = useFetcher();
  const [asking, setAsking] = useState(false);
  const remove = () => {
    setAsking(false);
    fetcher.submit(
      { intent: 'remove', webhookId: id },
      { method: 'post', action: '/programs/webhooks' },
    );
  };
  return (
    <>
      <Button
        type="button"
        variant="secondary"
        size="small"
        busy={fetcher.state !== 'idle'}
        aria-label={t('Remove {{url}}', { url })}
        onClick={() => setAsking(true)}
      >
        {t('Remove')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('Remove this webhook?')}
        confirmLabel={t('Remove')}
        onConfirm={remove}
        onCancel={() => setAsking(false)}
      >
        {t('The program is told nothing more. Adding it again makes a new key.')}
      </ConfirmDialog>
    </>
  );
}
