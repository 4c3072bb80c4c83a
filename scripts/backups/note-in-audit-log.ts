import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { db } from '#app/platform/db.server.ts';

/** Writes into the audit log what whoever sits at the computer itself has done. */
export function noteInAuditLog(entry: { action: string; subject: string }): Promise<void> {
  return db.$transaction((transaction) =>
    writeAuditEntry(transaction, { actorId: null, ...entry }),
  );
}
