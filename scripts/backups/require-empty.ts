import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { findRunning } from '../open-database.ts';
import { BackupError } from './backup-error.ts';
import { listTables } from './database-tables.ts';

/** Where a restore works, inside the data folder, until it is complete. */
export const UNFINISHED = 'unfinished-restore';

/**
 * Throws a BackupError where a restore would meet what is there: a site that runs, files in the data folder, or
 * tables in a database of the school's own.
 */
export async function requireEmpty(options: {
  dataDir: string;
  databaseUrl: string | undefined;
}): Promise<void> {
  const { dataDir, databaseUrl } = options;
  const names = existsSync(dataDir) ? await readdir(dataDir) : [];
  if (!databaseUrl && (await findRunning(path.join(dataDir, 'database'))))
    throw new BackupError(
      `Easel is running on ${dataDir}. Stop it (Ctrl-C), move that folder away, then restore.`,
    );
  if (names.includes(UNFINISHED))
    throw new BackupError(
      `An earlier restore into ${dataDir} was cut off. Delete ${path.join(dataDir, UNFINISHED)}, then restore.`,
    );
  if (names.length > 0)
    throw new BackupError(
      `${dataDir} is not empty, and a restore goes only into an empty folder. Move it away, or name another with EASEL_DATA_DIR.`,
    );
  if (databaseUrl && (await countTables(databaseUrl)) > 0)
    throw new BackupError(
      'The database that DATABASE_URL names is not empty, and a restore goes only into an empty one.',
    );
}

async function countTables(databaseUrl: string): Promise<number> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await listTables(client)).length;
  } finally {
    await client.end();
  }
}

/** Empties a database that was empty before a restore failed. */
export async function dropTables(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ owner: string }>(
      `SELECT nspowner::regrole::text AS owner FROM pg_namespace WHERE nspname = 'public'`,
    );
    await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    if (rows[0]) await client.query(`ALTER SCHEMA public OWNER TO ${rows[0].owner}`);
  } finally {
    await client.end();
  }
}
