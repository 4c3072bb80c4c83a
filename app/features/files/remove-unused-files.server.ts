import {
  listStoredFiles,
  readStoredFile,
  removeStoredFile,
  storeFile,
} from '#app/platform/storage.server.ts';
import { findUnused } from './file-references.server.ts';

/** A file is stored before its row is written: for so long it may have none. */
const GRACE_MS = 3600 * 1000;
const BATCH = 500;

/**
 * Removes those of the files that no row names any more; a file that another row shares stays. Says how many it
 * removed. Called after the rows are gone.
 */
export async function removeUnusedFiles(sha256s: string[]): Promise<number> {
  let removed = 0;
  for (const sha256 of await findUnused(sha256s)) {
    const bytes = await readStoredFile(sha256).catch(() => null);
    if (!bytes) continue;
    await removeStoredFile(sha256);
    // Somebody may have made the very same file at this moment: theirs is written back.
    const [unused] = await findUnused([sha256]);
    if (unused) removed += 1;
    else await storeFile(bytes);
  }
  return removed;
}

/** Removes what no row names and nobody has stored lately: what a broken-off request left behind. */
export async function sweepFiles(): Promise<number> {
  let removed = 0;
  let old: string[] = [];
  for await (const { sha256, storedAt } of listStoredFiles()) {
    if (storedAt.getTime() < Date.now() - GRACE_MS) old.push(sha256);
    if (old.length < BATCH) continue;
    removed += await removeUnusedFiles(old);
    old = [];
  }
  return removed + (await removeUnusedFiles(old));
}
