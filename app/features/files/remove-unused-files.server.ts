import { readStoredFile, removeStoredFile, storeFile } from '#app/platform/storage.server.ts';
import { findUnused } from './file-references.server.ts';

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
