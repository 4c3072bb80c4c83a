import { listStoredFiles } from '#app/platform/storage.server.ts';
import { removeUnusedFiles } from './remove-unused-files.server.ts';

/** A file is stored before the row that names it is committed. */
const GRACE_MS = 24 * 3600 * 1000;
const AT_ONCE = 1000;

/**
 * Removes stored files that no row names and that are older than a day: whatever died between a file and its row
 * has left them. Says how many.
 */
export async function removeForgottenFiles(now = new Date()): Promise<number> {
  let removed = 0;
  let batch: string[] = [];
  for await (const { sha256, storedAt } of listStoredFiles()) {
    if (now.getTime() - storedAt.getTime() > GRACE_MS) batch.push(sha256);
    if (batch.length < AT_ONCE) continue;
    removed += await removeUnusedFiles(batch);
    batch = [];
  }
  return removed + (await removeUnusedFiles(batch));
}
