import { useTranslation } from 'react-i18next';
import { Badge } from '#app/components/badge.tsx';
import { Card } from '#app/components/card.tsx';
import { Facts } from '#app/components/facts.tsx';
import { Notice } from '#app/components/notice.tsx';
import { Split } from '#app/components/split.tsx';
import { Stack } from '#app/components/stack.tsx';
import { Table } from '#app/components/table.tsx';
import type { School } from './find-school.server.ts';
import { InvitationsCard } from './invitations-card.tsx';
import { SchoolFrame } from './school-frame.tsx';

/** A picture is begun within seconds where the worker is well. */
const LONG_WAIT_S = 120;

/** The school at a glance: whether it works, what waits, what it takes, its models and its teachers. */
export function SchoolPage({ health, queue, storage, models, invitations, teachers }: School) {
  const { t, i18n } = useTranslation();
  const isStuck = queue.running === 0 && queue.waitedS > LONG_WAIT_S;
  return (
    <SchoolFrame title={t('School')} lead={t('How Easel does on this computer.')}>
      {isStuck && (
        <Notice tone="warning" title={t('Pictures wait and none is drawn')}>
          {t(
            'The oldest has waited for {{minutes}} minutes. Stop Easel and start it again on the school’s computer: nothing is lost.',
            { minutes: Math.round(queue.waitedS / 60) },
          )}
        </Notice>
      )}
      <Split aside={<InvitationsCard invitations={invitations} teachers={teachers} />}>
        <Stack gap="large">
          <Card title={t('Health')}>
            <Facts
              items={[
                { label: t('Database'), value: <Sign isWell={health.database} /> },
                { label: t('Queue'), value: <Sign isWell={health.queue} /> },
                { label: t('Drawing'), value: <Sign isWell={!isStuck} /> },
              ]}
            />
          </Card>
          <Card title={t('Pictures in the making')}>
            <Facts
              items={[
                { label: t('Waiting'), value: queue.waiting },
                { label: t('Being drawn'), value: queue.running },
                { label: t('Words and styles in training'), value: queue.trainings },
                { label: t('Failed since yesterday'), value: queue.failed },
                { label: t('Held since yesterday'), value: queue.held },
              ]}
            />
          </Card>
          <Card title={t('Storage')}>
            <Facts
              items={[
                {
                  label: t('Pictures'),
                  value: `${storage.pictures} (${printBytes(i18n.language, storage.pictureBytes)})`,
                },
                { label: t('Database'), value: printBytes(i18n.language, storage.databaseBytes) },
                {
                  label: t('Free on this disk'),
                  value:
                    storage.freeBytes === null
                      ? t('unknown')
                      : printBytes(i18n.language, storage.freeBytes),
                },
              ]}
            />
          </Card>
          <Card title={t('Models')}>
            <Table
              caption={t('Models that were found')}
              rows={models}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'name',
                  header: t('Model'),
                  isRowHeader: true,
                  cell: ({ name, id }) => `${name} (${id})`,
                },
                {
                  key: 'side',
                  header: t('Size'),
                  cell: ({ sidePx }) => t('{{sidePx}} × {{sidePx}} pixels', { sidePx }),
                },
                { key: 'steps', header: t('Steps'), align: 'end', cell: ({ steps }) => steps },
                {
                  key: 'licence',
                  header: t('Licence'),
                  cell: ({ licence }) => licence ?? t('not said'),
                },
              ]}
            />
          </Card>
        </Stack>
      </Split>
    </SchoolFrame>
  );
}

function Sign({ isWell }: { isWell: boolean }) {
  const { t } = useTranslation();
  return (
    <Badge tone={isWell ? 'success' : 'danger'}>{isWell ? t('works') : t('does not answer')}</Badge>
  );
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];

function printBytes(language: string, bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: UNITS[power]!,
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** power);
}
