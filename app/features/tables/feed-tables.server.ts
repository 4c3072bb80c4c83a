import { randomUUID } from 'node:crypto';
import { requestGenerations } from '#app/features/generations/request-generations.server.ts';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import type { PictureTable, TableRow } from '#prisma/generated/client.ts';
import { planRow } from './plan-table.ts';
import { TableError } from './read-table.ts';
import { tableSettingsSchema } from './table-form.ts';

/** Pictures of one person that tables keep waiting: enough for the worker, and room for the studio beside them. */
const WAITING_AT_ONCE = 12;

/**
 * Asks for the next rows of each running table, as many as there is room for. A row names its generation before
 * it asks for it, so whatever dies between, the row is drawn once. Says how many it asked for.
 */
export async function feedTables(): Promise<number> {
  const tables = await db.pictureTable.findMany({
    where: { state: 'running' },
    orderBy: { createdAt: 'asc' },
  });
  let asked = 0;
  for (const table of tables) asked += await feedTable(table);
  return asked;
}

async function feedTable(table: PictureTable): Promise<number> {
  const open = await db.generation.count({
    where: { userId: table.userId, state: { in: ['waiting', 'running'] } },
  });
  const rows = await db.tableRow.findMany({
    where: { tableId: table.id, fault: null, askedAt: null },
    orderBy: { position: 'asc' },
    take: Math.max(0, WAITING_AT_ONCE - open) + 1,
  });
  if (rows.length === 0) {
    await db.pictureTable.updateMany({
      where: { id: table.id, state: 'running' },
      data: { state: 'finished' },
    });
    return 0;
  }
  let asked = 0;
  for (const row of rows.slice(0, Math.max(0, WAITING_AT_ONCE - open))) {
    if (!(await askForRow(table, row))) break;
    asked += 1;
  }
  return asked;
}

/** Says whether the next row may follow. */
async function askForRow(table: PictureTable, row: TableRow): Promise<boolean> {
  const key = { tableId: table.id, position: row.position };
  await db.tableRow.updateMany({
    where: { ...key, generationId: null, askedAt: null },
    data: { generationId: randomUUID() },
  });
  const { generationId } = await db.tableRow.findFirstOrThrow({ where: key });
  try {
    const settings = tableSettingsSchema.parse(table.settings);
    const form = planRow(table.columns, row.cells, table.template, settings);
    await requestGenerations({
      user: { id: table.userId },
      classId: table.classId,
      form,
      ids: [generationId!],
    });
    await db.tableRow.updateMany({ where: key, data: { askedAt: new Date() } });
    return true;
  } catch (error) {
    if (error instanceof UserError && error.status === 429) return false;
    if (error instanceof UserError && error.status === 404) {
      await db.pictureTable.updateMany({
        where: { id: table.id, state: 'running' },
        data: { state: 'paused', pauseReason: error.message },
      });
      return false;
    }
    if (!(error instanceof UserError || error instanceof TableError)) throw error;
    await db.tableRow.updateMany({
      where: key,
      data: { fault: error.message, generationId: null },
    });
    return true;
  }
}
