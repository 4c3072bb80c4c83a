import { pool } from '#app/platform/db.server.ts';

/** A session's use moves its end, and a wrong try is counted: neither is anybody's data. */
const MAY_CHANGE = ['Session', 'RateLimit', '_prisma_migrations'];

/**
 * What tells that a table was written to: its number of rows, and the youngest transaction that left one as it is.
 * Two that are equal mean that nothing was written in between.
 */
export async function readTables(): Promise<Record<string, string>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const traces = tables
    .filter(({ name }) => !MAY_CHANGE.includes(name))
    .map(
      ({ name }) =>
        `SELECT '${name}' AS name, count(*) || ' rows, the last by ' || max(xmin::text::bigint) AS trace FROM "${name}"`,
    );
  const { rows } = await pool.query<{ name: string; trace: string }>(traces.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, trace }) => [name, trace]));
}
