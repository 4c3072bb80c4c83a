import { escapeIdentifier } from 'pg';
import type { ClientBase } from 'pg';

export interface DatabaseTable {
  name: string;
  /** Those that rows are written with: without the ones that the database works out itself. */
  columns: string[];
}

/** Easel's own tables. The queue's are not among them: its jobs are made again from the rows that are open. */
export async function listTables(client: ClientBase): Promise<DatabaseTable[]> {
  const { rows } = await client.query<DatabaseTable>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     GROUP BY c.relname ORDER BY c.relname`,
  );
  return rows;
}

/** A table with its columns, as COPY takes it. */
export function copyTarget({ name, columns }: DatabaseTable): string {
  return `${escapeIdentifier(name)} (${columns.map(escapeIdentifier).join(', ')})`;
}

export async function countRows(client: ClientBase, table: string): Promise<number> {
  const { rows } = await client.query<{ count: string }>(
    `SELECT count(*) AS count FROM ${escapeIdentifier(table)}`,
  );
  return Number(rows[0]!.count);
}

/** Lets every counter go on behind the largest number that its column has. */
export async function resetSequences(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ sequence: string; table: string; column: string }>(
    `SELECT seq.oid::regclass::text AS sequence, t.relname AS "table", a.attname AS "column"
     FROM pg_class seq
     JOIN pg_depend d ON d.objid = seq.oid AND d.deptype IN ('a', 'i')
       AND d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
     JOIN pg_class t ON t.oid = d.refobjid
     JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
     WHERE seq.relkind = 'S' AND seq.relnamespace = 'public'::regnamespace`,
  );
  for (const { sequence, table, column } of rows)
    await client.query(
      `SELECT setval($1::regclass, COALESCE(max(${escapeIdentifier(column)}), 0) + 1, false)
       FROM ${escapeIdentifier(table)}`,
      [sequence],
    );
}
