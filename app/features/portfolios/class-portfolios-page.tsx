import { Link } from '@remix-run/react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useTime } from '#app/features/site/use-time.ts';
import { EmptyState } from '#app/components/empty-state.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Stack } from '#app/components/stack.tsx';
import { Table } from '#app/components/table.tsx';
import type { TableColumn } from '#app/components/table.tsx';
import type { PortfolioSummary } from './list-portfolios.server.ts';

interface ClassPortfoliosPageProps {
  classId: string;
  className: string;
  portfolios: PortfolioSummary[];
}

const columns = (
  t: TFunction,
  time: (schoolTime: string) => string,
): TableColumn<PortfolioSummary>[] => [
  {
    key: 'student',
    header: t('Student'),
    isRowHeader: true,
    cell: ({ id, madeBy }) => <Link to={`/portfolios/${id}`}>{madeBy}</Link>,
  },
  { key: 'title', header: t('Title'), cell: ({ title }) => title || t('Without a title') },
  { key: 'pictures', header: t('Pictures'), align: 'end', cell: ({ pictures }) => pictures },
  { key: 'handedInAt', header: t('Handed in'), cell: ({ handedInAt }) => time(handedInAt) },
];

/** What students of a class have put together and handed in. */
export function ClassPortfoliosPage({ classId, className, portfolios }: ClassPortfoliosPageProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="large">
      <PageHeader
        title={t('Portfolios')}
        lead={className}
        back={{ to: `/classes/${classId}`, label: className }}
      />
      <Table
        caption={t('Portfolios that were handed in')}
        columns={columns(t, useTime())}
        rows={portfolios}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={t('None handed in yet')} drawing="frames">
            {t('Students put one together from their gallery, and hand it in from there.')}
          </EmptyState>
        }
      />
    </Stack>
  );
}
