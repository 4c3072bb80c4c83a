import type { Prisma } from '#prisma/generated/client.ts';

interface NewAuditEntry {
  /** Null where Easel itself acts, as a purge by the clock does. */
  actorId: string | null;
  classId?: string;
  /** What was done, as `noun.verb` in the past tense. */
  action: string;
  /** The id of what it was done to. */
  subject: string;
  /** Ids and counts: an entry outlives the people that it speaks of, so it never names them. */
  detail?: Prisma.InputJsonObject;
}

/**
 * Adds an entry to the audit log, within the transaction that does what it tells. Other writers wait from here
 * to the commit, so it comes last in the transaction. The database numbers and chains the entry.
 */
export async function writeAuditEntry(
  transaction: Prisma.TransactionClient,
  entry: NewAuditEntry,
): Promise<void> {
  await transaction.auditEntry.create({ data: entry });
}
