import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useTime } from '#app/features/site/use-time.ts';
import { Badge } from '#app/components/badge.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { Table } from '#app/components/table.tsx';
import { STATE_NAMES, STATE_TONES } from '#app/features/assignments/state-names.ts';
import type { Progress } from './progress-reply.ts';

type Entry = Progress['entries'][number];

/** Who has handed in what, a row a student. */
export function ProgressTable({ entries, outOf }: { entries: Entry[]; outOf: number }) {
  const { t } = useTranslation();
  const time = useTime();
  return (
    <Table
      caption={t('Students')}
      rows={entries}
      rowKey={({ student }) => student.id}
      columns={[
        {
          key: 'student',
          header: t('Student'),
          isRowHeader: true,
          cell: ({ student, submissionId }) =>
            submissionId ? (
              <Link to={`review?of=${submissionId}`}>{student.displayName}</Link>
            ) : (
              student.displayName
            ),
        },
        { key: 'state', header: t('State'), cell: (entry) => <State entry={entry} /> },
        {
          key: 'time',
          header: t('Turned in'),
          cell: ({ turnedInAt }) => (turnedInAt ? time(turnedInAt) : '–'),
        },
        {
          key: 'points',
          header: outOf > 0 ? t('Points of {{outOf}}', { outOf }) : t('Points'),
          align: 'end',
          cell: ({ points, returnedPoints }) => (
            <>
              {returnedPoints ?? '–'}
              {points !== null &&
                points !== returnedPoints &&
                ` ${t('(draft {{points}})', { points })}`}
            </>
          ),
        },
      ]}
    />
  );
}

function State({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const time = useTime();
  const { state, isLate, isMissing, extendedTo, attempt } = entry;
  return (
    <Cluster>
      <Badge tone={STATE_TONES[state]}>{t(STATE_NAMES[state])}</Badge>
      {isLate && <Badge tone="warning">{t('Late')}</Badge>}
      {isMissing && <Badge tone="danger">{t('Missing')}</Badge>}
      {attempt > 1 && <Badge>{t('Version {{attempt}}', { attempt })}</Badge>}
      {extendedTo && <Badge tone="info">{t('Until {{at}}', { at: time(extendedTo) })}</Badge>}
    </Cluster>
  );
}
