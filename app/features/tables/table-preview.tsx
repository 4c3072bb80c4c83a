import { Notice } from '#app/components/notice.tsx';
import { Stack } from '#app/components/stack.tsx';
import { Table } from '#app/components/table.tsx';
import type { PlannedTable } from './preview-table.server.ts';

const FIRST = 8;

/** The first rows as they were read, and every row that can't be drawn. Nothing is drawn yet. */
export function TablePreview({ table: { rows } }: { table: PlannedTable }) {
  const numbered = rows.map((row, index) => ({ ...row, position: index + 1 }));
  const bad = numbered.filter(({ fault }) => fault);
  const good = numbered.filter(({ fault }) => !fault);
  const row = { key: 'row', header: 'Row', isRowHeader: true as const };
  return (
    <Stack>
      <Notice tone={bad.length > 0 ? 'warning' : 'success'} live="polite">
        {good.length} of {rows.length} rows can be drawn. Nothing is drawn yet.
      </Notice>
      {bad.length > 0 && (
        <Table
          caption="Rows that can’t be drawn"
          showCaption
          rows={bad}
          rowKey={({ position }) => String(position)}
          columns={[
            { ...row, cell: ({ position, line }) => `${position} (line ${line})` },
            { key: 'cells', header: 'Cells', cell: ({ cells }) => cells.join(' · ') },
            { key: 'fault', header: 'What is wrong', cell: ({ fault }) => fault },
          ]}
        />
      )}
      <Table
        caption={good.length > FIRST ? `The first ${FIRST} prompts` : 'The prompts'}
        showCaption
        rows={good.slice(0, FIRST)}
        rowKey={({ position }) => String(position)}
        columns={[
          { ...row, cell: ({ position }) => position },
          { key: 'prompt', header: 'Prompt', cell: ({ prompt }) => prompt },
        ]}
      />
    </Stack>
  );
}
