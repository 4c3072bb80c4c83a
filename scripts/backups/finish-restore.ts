import { verifyAuditChain } from '#app/features/audit/verify-audit-chain.server.ts';
import { repeatDeletions } from '#app/features/retention/repeat-deletions.server.ts';
import { closeDb } from '#app/platform/db.server.ts';
import { addDeletions, deletionsFile, readDeletions } from '#app/platform/deletions.server.ts';
import { closeQueue } from '#app/platform/queue.server.ts';
import { BackupError } from './backup-error.ts';
import type { Manifest } from './manifest.ts';
import { noteInAuditLog } from './note-in-audit-log.ts';

/**
 * Brings restored rows up to today: the audit log is read again, and what was deleted after the backup, by any of
 * the lists, is deleted again. Says how many deletions that were.
 */
export async function finishRestore(manifest: Manifest, lists: string[]): Promise<number> {
  try {
    const { brokenAt, head } = await verifyAuditChain();
    if (brokenAt !== null || head !== manifest.auditHead)
      throw new BackupError('The audit log in the backup is not as it was written.');
    for (const list of lists) await addDeletions(await readDeletions(list), deletionsFile());
    await noteInAuditLog({ action: 'backup.restored', subject: manifest.id });
    return await repeatDeletions({ since: manifest.madeAt });
  } finally {
    await closeQueue();
    await closeDb();
  }
}
