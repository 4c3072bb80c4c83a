import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import path from 'node:path';
import { BackupError } from './backup-error.ts';
import type { Manifest } from './manifest.ts';

/** Rows take more room in their tables, with indexes and the database's own log, than in the archive. */
const ROWS_GROW = 4;
/** A PostgreSQL without any rows. */
const EMPTY_DATABASE_BYTES = 80e6;

/** Throws a BackupError where the disk of the data folder has less room than a backup will take. */
export async function requireRoom(dataDir: string, { entries }: Manifest): Promise<void> {
  const needed = Object.entries(entries).reduce(
    (sum, [name, { bytes }]) => sum + (name.startsWith('tables/') ? bytes * ROWS_GROW : bytes),
    EMPTY_DATABASE_BYTES,
  );
  let place = dataDir;
  while (!existsSync(place)) place = path.dirname(place);
  const { bavail, bsize } = await statfs(place);
  if (bavail * bsize < needed)
    throw new BackupError(
      `The disk is too full: the restore needs about ${inGb(needed)} GB, and ${place} has ${inGb(bavail * bsize)} GB left.`,
    );
}

/** So little is left that nothing more can be written. */
const FULL_BYTES = 8e6;

/** Whether the disk of a folder is full. */
export async function isFull(folder: string): Promise<boolean> {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize < FULL_BYTES;
}

const inGb = (bytes: number) => (bytes / 1e9).toFixed(1);
