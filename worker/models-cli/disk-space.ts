import { statfs } from 'node:fs/promises';
import { EngineError } from '#worker/engine/contract/errors.ts';

/** Room that stays free, so that the site's own data still fits. */
const RESERVE_BYTES = 512 * 1024 * 1024;

/**
 * Makes sure that a folder's disk has room.
 *
 * @throws EngineError `run-failed` saying how much is needed and how much is free
 */
export async function assertDiskSpace(dir: string, neededBytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(dir);
  const freeBytes = bavail * bsize - RESERVE_BYTES;
  if (freeBytes >= neededBytes) return;
  const message = `The disk is too full: the model needs ${formatBytes(neededBytes)} and ${formatBytes(Math.max(freeBytes, 0))} can be used.`;
  throw new EngineError('run-failed', message, 'disk');
}

/** Prints a size for people: `4.3 GB`. */
export function formatBytes(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const unit = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  return `${(bytes / 1000 ** unit).toFixed(unit > 0 ? 1 : 0)} ${units[unit]}`;
}
