import { createHash } from 'node:crypto';
import { readFile, rename, rm } from 'node:fs/promises';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { createArchive } from './archive.ts';
import type { ArchiveWriter } from './archive.ts';
import { copyTarget, countRows, listTables } from './database-tables.ts';
import type { DatabaseTable } from './database-tables.ts';
import { listDataFiles } from './data-files.ts';
import { FORMAT, MANIFEST } from './manifest.ts';
import type { Manifest } from './manifest.ts';

/** Rows travel in pieces of about this size, so that a table of any length fits into memory. */
const PIECE_BYTES = 4 * 1024 * 1024;

interface WriteBackupOptions {
  id: string;
  databaseUrl: string;
  dataDir: string;
  /** Where the archive goes; there is no such file yet. */
  file: string;
  /** Rows and files that are packed so far, and that there are. */
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

export interface WrittenBackup {
  manifest: Manifest;
  /** Stored files whose content is not what their name says. */
  damaged: string[];
}

/**
 * Packs all rows and files of an Easel into one file; the site may run meanwhile. Rows are as they stood at one
 * moment (a read-only snapshot); files are added and never changed, so those that the rows name are all there, but
 * for what is deleted while it runs. The file is whole or absent.
 */
export async function writeBackup(options: WriteBackupOptions): Promise<WrittenBackup> {
  const { id, databaseUrl, dataDir, file, onProgress, signal } = options;
  const client = new Client({ connectionString: databaseUrl });
  const draft = `${file}.${process.pid}.part`;
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const manifest = await startManifest(client, id);
    const tables = await listTables(client);
    const files = await listDataFiles(dataDir);
    let total = files.length;
    for (const { name } of tables) total += await countRows(client, name);
    let done = 0;
    const archive = createArchive(draft);
    const add = async (name: string, bytes: Uint8Array) => {
      signal?.throwIfAborted();
      manifest.entries[name] = { bytes: bytes.byteLength, sha256: hash(bytes) };
      await archive.add(name, bytes);
    };
    for (const table of tables) {
      const rows = await copyRows(client, table, add);
      manifest.tables[table.name] = { rows, columns: table.columns };
      onProgress?.((done += rows), total);
    }
    const damaged: string[] = [];
    for (const { name, path } of files) {
      onProgress?.((done += 1), total);
      const bytes = await readFile(path).catch(ifGone);
      if (!bytes) continue;
      await add(`files/${name}`, bytes);
      if (name.startsWith('pictures/') && !name.endsWith(hash(bytes))) damaged.push(name);
    }
    await archive.add(MANIFEST, Buffer.from(JSON.stringify(manifest)));
    await archive.close();
    await rename(draft, file);
    return { manifest, damaged };
  } finally {
    await client.end();
    await rm(draft, { force: true });
  }
}

async function startManifest(client: Client, id: string): Promise<Manifest> {
  const { rows: migrations } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  const { rows: newest } = await client.query<{ hash: string }>(
    'SELECT hash FROM "AuditEntry" ORDER BY id DESC LIMIT 1',
  );
  return {
    format: FORMAT,
    id,
    madeAt: new Date(),
    migrations: migrations.map(({ name }) => name),
    auditHead: newest[0]?.hash ?? '',
    tables: {},
    entries: {},
  };
}

async function copyRows(
  client: Client,
  table: DatabaseTable,
  add: ArchiveWriter['add'],
): Promise<number> {
  const stream = client.query(copyTo(`COPY ${copyTarget(table)} TO STDOUT`));
  let piece: Buffer[] = [];
  let bytes = 0;
  let pieces = 0;
  const flush = async () => {
    if (bytes === 0) return;
    await add(`tables/${table.name}/${String(pieces++).padStart(6, '0')}`, Buffer.concat(piece));
    piece = [];
    bytes = 0;
  };
  for await (const chunk of stream) {
    piece.push(chunk as Buffer);
    bytes += (chunk as Buffer).byteLength;
    if (bytes >= PIECE_BYTES) await flush();
  }
  await flush();
  return stream.rowCount;
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function ifGone(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
