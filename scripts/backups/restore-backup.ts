import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { startDatabase } from '../database.ts';
import type { Database } from '../database.ts';
import { migrate } from '../migrate.ts';
import { BackupError } from './backup-error.ts';
import { checkBackup } from './check-backup.ts';
import { loadBackup } from './load-backup.ts';
import type { Manifest } from './manifest.ts';
import { dropTables, requireEmpty, UNFINISHED } from './require-empty.ts';
import { isFull, requireRoom } from './require-room.ts';

interface RestoreOptions {
  file: string;
  /** Lists of deletions besides those in the backup and in its folder. */
  deletionLists: string[];
  onPhase?: (title: string) => void;
  onRead?: (bytes: number) => void;
  signal?: AbortSignal;
}

interface Restored {
  manifest: Manifest;
  /** How many deletions were made again. */
  repeated: number;
  dataDir: string;
}

/**
 * Puts a backup into the data folder and database that the settings name, which must be empty. The backup is read
 * from end to end before anything is written; then all is made in a folder of its own and moved to its place at
 * the end. Where anything fails, nothing of it stays.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { file, onPhase, onRead, signal } = options;
  const dataDir = path.resolve(process.env.EASEL_DATA_DIR ?? 'data');
  const ownDatabase = process.env.DATABASE_URL;
  await requireEmpty({ dataDir, databaseUrl: ownDatabase });
  onPhase?.('Checking');
  const manifest = await checkBackup(file, { onRead, signal });
  await requireRoom(dataDir, manifest);
  onPhase?.('Restoring');
  const wasThere = existsSync(dataDir);
  const workDir = path.join(dataDir, UNFINISHED);
  let database: Database | undefined;
  let isDone = false;
  try {
    await mkdir(workDir, { recursive: true });
    database = ownDatabase
      ? { url: ownDatabase, stop: async () => {} }
      : await startDatabase({ dir: path.join(workDir, 'database') });
    await loadBackup({
      ...{ file, manifest, onRead, signal },
      databaseUrl: database.url,
      filesDir: workDir,
    });
    await migrate(database.url);
    // Read once, by the modules that are loaded next.
    Object.assign(process.env, { DATABASE_URL: database.url, EASEL_DATA_DIR: workDir });
    process.env.LOG_LEVEL ??= 'warn';
    const { finishRestore } = await import('./finish-restore.ts');
    const repeated = await finishRestore(manifest, [
      path.join(path.dirname(file), 'deletions.jsonl'),
      ...options.deletionLists,
    ]);
    signal?.throwIfAborted();
    await database.stop();
    for (const name of inOrder(await readdir(workDir)))
      await rename(path.join(workDir, name), path.join(dataDir, name));
    await rmdir(workDir);
    isDone = true;
    return { manifest, repeated, dataDir };
  } catch (error) {
    // Whatever a full disk stops first says so in words of its own.
    if (await isFull(workDir)) throw new BackupError(`The disk of ${dataDir} is full.`);
    throw error;
  } finally {
    if (!isDone) {
      if (ownDatabase) await dropTables(ownDatabase);
      await database?.stop();
      await rm(wasThere ? workDir : dataDir, { recursive: true, force: true });
    }
  }
}

/** The database comes last: with it in its place the restore is complete. */
function inOrder(names: string[]): string[] {
  return [...names.filter((name) => name !== 'database'), ...names.filter((n) => n === 'database')];
}
