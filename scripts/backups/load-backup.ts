import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { readArchive } from './archive.ts';
import { BackupError } from './backup-error.ts';
import { copyTarget, countRows, resetSequences } from './database-tables.ts';
import type { DatabaseTable } from './database-tables.ts';
import { FILE_ENTRY, TABLE_ENTRY } from './manifest.ts';
import type { Manifest } from './manifest.ts';

interface LoadBackupOptions {
  file: string;
  manifest: Manifest;
  /** A database without tables. */
  databaseUrl: string;
  /** Where the files go. */
  filesDir: string;
  onRead?: (bytes: number) => void;
  signal?: AbortSignal;
}

/**
 * Makes the tables that a checked backup was taken from and fills them, in one transaction, and writes its files.
 * Triggers rest meanwhile, so that the audit log's entries keep their numbers and hashes.
 */
export async function loadBackup(options: LoadBackupOptions): Promise<void> {
  const { manifest, databaseUrl } = options;
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    for (const name of manifest.migrations) await client.query(await readMigration(name));
    await client.query(MIGRATIONS_TABLE);
    await client.query('SET LOCAL session_replication_role = replica');
    await loadEntries(client, options);
    for (const [table, { rows }] of Object.entries(manifest.tables)) {
      const loaded = await countRows(client, table);
      if (loaded !== rows)
        throw new BackupError(`“${table}” has ${loaded} rows, where the backup had ${rows}.`);
    }
    await resetSequences(client);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

const readMigration = (name: string) =>
  readFile(path.join('prisma/migrations', name, 'migration.sql'), 'utf8');

/** As Prisma makes it; the rows that say which migrations are done come from the backup. */
const MIGRATIONS_TABLE = `CREATE TABLE "_prisma_migrations" (
  id VARCHAR(36) PRIMARY KEY, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

async function loadEntries(client: Client, options: LoadBackupOptions): Promise<void> {
  const { file, manifest, filesDir, onRead, signal } = options;
  let open: OpenTable | null = null;
  for await (const { name, bytes } of readArchive(file, { onRead, signal })) {
    const table: string | null = TABLE_ENTRY.exec(name)?.[1] ?? null;
    if (open && open.name !== table) {
      await open.end();
      open = null;
    }
    if (table) {
      open ??= openTable(client, { name: table, columns: manifest.tables[table]!.columns });
      await open.write(bytes);
    }
    const [, place] = FILE_ENTRY.exec(name) ?? [];
    if (!place) continue;
    const target = path.join(filesDir, place);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
}

interface OpenTable {
  name: string;
  write: (piece: Buffer) => Promise<void>;
  end: () => Promise<void>;
}

function openTable(client: Client, table: DatabaseTable): OpenTable {
  const copy = client.query(copyFrom(`COPY ${copyTarget(table)} FROM STDIN`));
  const ended = finished(copy);
  // Whoever writes or ends meets its fault.
  ended.catch(() => {});
  return {
    name: table.name,
    write: (piece) =>
      Promise.race([ended, new Promise<void>((taken) => copy.write(piece, () => taken()))]),
    end: () => {
      copy.end();
      return ended;
    },
  };
}
