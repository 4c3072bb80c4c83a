import { useTranslation } from 'react-i18next';
import { useSay } from '#app/components/use-say.ts';
import { Notice } from '#app/components/notice.tsx';
import { Stack } from '#app/components/stack.tsx';
import { Table } from '#app/components/table.tsx';
import type { PlannedTable } from './preview-table.server.ts';

const FIRST = 8;

/** The first rows as they were read, and every row that can't be drawn. Nothing is drawn yet. */
export function TablePreview({ table: { rows } }: { table: PlannedTable }) {
  const { t } = useTranslation();
  const say = useSay();
  const numbered = rows.map((row, index) => ({ ...row, position: index + 1 }));
  const bad = numbered.filter(({ fault }) => fault);
  const good = numbered.filter(({ fault }) => !fault);
  const row = { key: 'row', header: t('Row'), isRowHeader: true as const };
  return (
    <Stack>
      <Notice tone={bad.length > 0 ? 'warning' : 'success'} live="polite">
        {t('{{good}} of {{rows}} rows can be drawn. Nothing is drawn yet.', {
          good: good.length,
          rows: rows.length,
        })}
      </Notice>
      {bad.length > 0 && (
        <Table
          caption={t('Rows that can’t be drawn')}
          showCaption
          rows={bad}
          rowKey={({ position }) => String(position)}
          columns={[
            {
              ...row,
              cell: ({ position, line }) => t('{{position}} (line {{line}})', { position, line }),
            },
            { key: 'cells', header: t('Cells'), cell: ({ cells }) => cells.join(' · ') },
            { key: 'fault', header: t('What is wrong'), cell: ({ fault }) => fault && say(fault) },
          ]}
        />
      )}
      <Table
        caption={
          good.length > FIRST
            ? t('The first {{first}} prompts', { first: FIRST })
            : t('The prompts')
        }
        showCaption
        rows={good.slice(0, FIRST)}
        rowKey={({ position }) => String(position)}
        columns={[
          { ...row, cell: ({ position }) => position },
          { key: 'prompt', header: t('Prompt'), cell: ({ prompt }) => prompt },
        ]}
      />
    </Stack>
  );
}
