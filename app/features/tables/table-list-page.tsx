import { Link } from '@remix-run/react';
import { Plus } from 'lucide-react';
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
  const make = (
    <LinkButton to="/programs/tables/new" icon={<Plus aria-hidden />}>
      New table
    </LinkButton>
  );
  return (
    <ProgramsFrame
      title="Pictures from tables"
      lead="A table and a prompt with slots: Easel draws one picture for each row."
      actions={tables.length > 0 && make}
    >
      {tables.length === 0 ? (
        <EmptyState title="No tables yet" action={make}>
          Bring a CSV or JSON file, such as a list of animals and places.
        </EmptyState>
      ) : (
        <Table
          caption="Your tables"
          rows={tables}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              header: 'Table',
              isRowHeader: true,
              cell: ({ id, name }) => <Link to={`/programs/tables/${id}`}>{name}</Link>,
            },
            { key: 'template', header: 'Prompt', cell: ({ template }) => template },
            { key: 'rows', header: 'Rows', align: 'end', cell: ({ rows }) => rows },
            {
              key: 'state',
              header: 'State',
              cell: ({ state }) => <Badge>{STATE_NAMES[state]}</Badge>,
            },
          ]}
        />
      )}
    </ProgramsFrame>
  );
}
