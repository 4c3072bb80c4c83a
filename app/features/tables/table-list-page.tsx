import { Link } from '@remix-run/react';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#app/components/badge.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { Table } from '#app/components/table.tsx';
import { ProgramsFrame } from '#app/features/programs/programs-frame.tsx';
import { STATE_NAMES } from './state-names.ts';

interface ListedTable {
  id: string;
  name: string;
  state: keyof typeof STATE_NAMES;
  template: string;
  rows: number;
}

export function TableListPage({ tables }: { tables: ListedTable[] }) {
  const { t } = useTranslation();
  const make = (
    <LinkButton to="/programs/tables/new" icon={<Plus aria-hidden />}>
      {t('New table')}
    </LinkButton>
  );
  return (
    <ProgramsFrame
      title={t('Pictures from tables')}
      lead={t('A table and a prompt with slots: Easel draws one picture for each row.')}
      actions={tables.length > 0 && make}
    >
      {tables.length === 0 ? (
        <EmptyState title={t('No tables yet')} action={make}>
          {t('Bring a CSV or JSON file, such as a list of animals and places.')}
        </EmptyState>
      ) : (
        <Table
          caption={t('Your tables')}
          rows={tables}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              header: t('Table'),
              isRowHeader: true,
              cell: ({ id, name }) => <Link to={`/programs/tables/${id}`}>{name}</Link>,
            },
            { key: 'template', header: t('Prompt'), cell: ({ template }) => template },
            { key: 'rows', header: t('Rows'), align: 'end', cell: ({ rows }) => rows },
            {
              key: 'state',
              header: t('State'),
              cell: ({ state }) => <Badge>{t(STATE_NAMES[state])}</Badge>,
            },
          ]}
        />
      )}
    </ProgramsFrame>
  );
}
