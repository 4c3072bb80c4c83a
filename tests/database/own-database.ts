import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import type { QueryResult } from 'pg';
import { afterAll, inject } from 'vitest';
import { waitUntil } from '../../scripts/wait-until.ts';
import { TEMPLATE } from './global-setup.ts';

// A test file that touches the database imports this file first: it gets a database and a data folder of
// its own, named in the settings before any module of the site reads them.
const serverUrl = inject('databaseUrl');
const name = `test_${randomUUID().replaceAll('-', '')}`;

await onServer(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
const dataDir = await mkdtemp(path.join(tmpdir(), 'easel-data-'));
Object.assign(process.env, {
  NODE_ENV: 'test',
  DATABASE_URL: serverUrl.replace(/\/easel$/, `/${name}`),
  EASEL_DATA_DIR: dataDir,
  LOG_LEVEL: 'silent',
});

afterAll(async () => {
  const [{ closeDb }, { closeLive }, { closeQueue }] = await Promise.all([
    import('#app/platform/db.server.ts'),
    import('#app/platform/live.server.ts'),
    import('#app/platform/queue.server.ts'),
  ]);
  await closeLive();
  await closeQueue();
  await closeDb();
  // A pool says that it has ended before its connections are closed, and one that is cut off meanwhile
  // ends the test run with an error that no test can catch.
  await waitUntil(async () => (await countConnections()) === 0, {
    timeoutMs: 20_000,
    what: 'the connections of this file to be closed',
  });
  await onServer(`DROP DATABASE ${name}`);
  await rm(dataDir, { recursive: true, force: true });
});

/** PostgreSQL copies a template only while nobody else does, so a busy template is asked again. */
async function onServer(sql: string): Promise<QueryResult<{ count: number }>> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock(1)');
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

async function countConnections(): Promise<number> {
  const { rows } = await onServer(
    `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = '${name}'`,
  );
  return rows[0]!.count;
}
