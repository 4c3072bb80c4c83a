import type { LogScope } from './log-table.ts';
import { LOG_TABLES } from './log-tables.server.ts';

/** What an export of a class's log would hold now. */
export async function findLogPage(scope: LogScope) {
  const tables = await Promise.all(
    LOG_TABLES.map(async ({ name, means, countRows }) => ({
      name,
      means,
      rows: await countRows(scope),
    })),
  );
  return { tables };
}
