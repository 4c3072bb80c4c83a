import { Client } from 'pg';
import { env } from '#app/platform/env.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { MOST_ROWS, printCell } from './read-table.ts';
import type { ReadTable } from './read-table.ts';

const STATEMENT_TIMEOUT_MS = 5_000;
const CONNECT_TIMEOUT_MS = 5_000;

/** Whether this site has a database to read tables from, and this person may. */
export function mayQuery({ role }: { role: 'student' | 'teacher' | 'admin' }): boolean {
  return role !== 'student' && env().EASEL_TABLES_DATABASE_URL !== undefined;
}

/**
 * Reads a table from the school's database by one query: in a read-only transaction, within five seconds, a
 * thousand rows at most. Throws a UserError with the database's own words where it refuses.
 */
export async function runQuery(
  user: { role: 'student' | 'teacher' | 'admin' },
  query: string,
): Promise<ReadTable> {
  if (!mayQuery(user))
    throw new UserError('There is no database to read from here.', { field: 'query', status: 403 });
  const client = new Client({
    connectionString: env().EASEL_TABLES_DATABASE_URL,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
  });
  // A connection that breaks later fails the query that waits on it.
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('BEGIN TRANSACTION READ ONLY');
    const { fields, rows } = (await client.query({
      text: `SELECT * FROM (${query.replace(/;\s*$/, '')}\n) AS easel_rows LIMIT ${MOST_ROWS + 1}`,
      rowMode: 'array',
      // One statement alone: PostgreSQL refuses a second one in the extended protocol.
      queryMode: 'extended',
    } as never)) as unknown as { fields: { name: string }[]; rows: unknown[][] };
    await client.query('ROLLBACK');
    if (rows.length > MOST_ROWS)
      throw new UserError(`The query gives more than ${MOST_ROWS} rows.`, { field: 'query' });
    return {
      columns: fields.map(({ name }) => name),
      rows: rows.map((cells, index) => ({
        line: index + 1,
        cells: cells.map(printCell),
        fault: null,
      })),
    };
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`The database says: ${(error as Error).message}`, { field: 'query' });
  } finally {
    await client.end().catch(() => {});
  }
}
