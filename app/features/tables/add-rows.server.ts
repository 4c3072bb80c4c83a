import { openTo } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { planTable } from './plan-table.ts';
import { MOST_ROWS, printCell } from './read-table.ts';
import { tableSettingsSchema } from './table-form.ts';

interface AddRowsOptions {
  user: { id: string };
  classId: string;
  tableId: string;
  rows: Record<string, unknown>[];
  /** Leaves out rows that the table has already, cell for cell. */
  onlyNew?: boolean;
}

/**
 * Adds rows to a table of one's own, and has them drawn. Says how many; null where there is no such table. Throws a
 * UserError where the table would be too long.
 */
export async function addRows(options: AddRowsOptions): Promise<number | null> {
  const { user, classId, tableId, onlyNew } = options;
  return db.$transaction(async (tx) => {
    // Two programs that add at once take their numbers one after the other.
    await tx.$executeRaw`SELECT 1 FROM "PictureTable" WHERE id = ${tableId} FOR UPDATE`;
    const table = await tx.pictureTable.findFirst({
      where: { id: tableId, userId: user.id, classId, class: openTo(user.id) },
      include: { rows: { select: { cells: true } } },
    });
    if (!table) return null;
    const known = new Set(onlyNew ? table.rows.map(({ cells }) => JSON.stringify(cells)) : []);
    const cellRows = options.rows
      .map((row) => table.columns.map((name) => printCell(row[name])))
      .filter((cells) => !known.has(JSON.stringify(cells)));
    if (cellRows.length === 0) return 0;
    const first = table.rows.length + 1;
    if (first + cellRows.length > MOST_ROWS + 1)
      throw new UserError(`A table has at most ${MOST_ROWS} rows.`, { field: 'rows' });
    const lines = cellRows.map((cells, index) => ({ line: first + index, cells, fault: null }));
    const settings = tableSettingsSchema.parse(table.settings);
    const planned = planTable({ columns: table.columns, rows: lines }, table.template, settings);
    await tx.tableRow.createMany({
      data: planned.map(({ line, cells, fault }) => ({
        ...{ tableId, position: line, line, cells, fault },
      })),
    });
    await tx.pictureTable.update({ where: { id: tableId }, data: { state: 'running' } });
    return cellRows.length;
  });
}
