import '#tests/database/own-database.ts';
import { Client } from 'pg';
import { expect, it } from 'vitest';
import { waitUntil } from '../../scripts/wait-until.ts';
import { db, pool } from './db.server.ts';

it('outlives an idle connection that the database ends while Prisma does not listen', async () => {
  const { rows } = await pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  await db.$disconnect();
  const client = new Client({ connectionString: pool.options.connectionString });
  await client.connect();
  await client.query('SELECT pg_terminate_backend($1)', [rows[0]!.pid]);
  await client.end();
  await waitUntil(() => pool.totalCount === 0, { timeoutMs: 5000, what: 'the lost connection' });
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
});
