import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
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

const COLUMNS: TableColumn<PortfolioSummary>[] = [
  {
    key: 'student',
    header: 'Student',
    isRowHeader: true,
    cell: ({ id, madeBy }) => <Link to={`/portfolios/${id}`}>{madeBy}</Link>,
  },
  { key: 'title', header: 'Title', cell: ({ title }) => title || 'Without a title' },
  { key: 'pictures', header: 'Pictures', align: 'end', cell: ({ pictures }) => pictures },
  { key: 'handedInAt', header: 'Handed in', cell: ({ handedInAt }) => handedInAt },
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
        columns={COLUMNS}
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
