import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, inject } from 'vitest';
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
  const [{ closeDb }, { closeQueue }] = await Promise.all([
    import('#app/platform/db.server.ts'),
    import('#app/platform/queue.server.ts'),
  ]);
  await closeQueue();
  await closeDb();
  await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
  await rm(dataDir, { recursive: true, force: true });
});

/** PostgreSQL copies a template only while nobody else does, so a busy template is asked again. */
async function onServer(sql: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock(1)');
    await client.query(sql);
  } finally {
    await client.end();
  }
}
