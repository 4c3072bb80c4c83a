import { createHash } from 'node:crypto';
import { db } from '#app/platform/db.server.ts';

const BATCH = 1000;

export interface AuditChain {
  entries: number;
  /** The hash of the newest entry. Whoever wrote it down can tell later that none was cut off. */
  head: string;
  /** The first entry that is not as it was written, or whose predecessor is missing. Null where all hold. */
  brokenAt: number | null;
}

interface Link {
  id: bigint;
  hash: string;
  /** What the hash covers behind the hash before. */
  content: string;
}

/** Reads the whole audit log and hashes it again, a batch at a time. */
export async function verifyAuditChain(): Promise<AuditChain> {
  let entries = 0;
  let head = '';
  for (;;) {
    const batch = await db.$queryRaw<Link[]>`
      SELECT "id", "hash", jsonb_build_array(
        "id", "actorId", "classId", "action", "subject", "detail", "createdAt")::text AS content
      FROM "AuditEntry" WHERE "id" > ${entries} ORDER BY "id" LIMIT ${BATCH}`;
    for (const { id, hash, content } of batch) {
      const covered = `${JSON.stringify([head]).slice(0, -1)}, ${content.slice(1)}`;
      const expected = createHash('sha256').update(covered).digest('hex');
      if (Number(id) !== entries + 1 || hash !== expected)
        return { entries, head, brokenAt: entries + 1 };
      entries += 1;
      head = hash;
    }
    if (batch.length < BATCH) return { entries, head, brokenAt: null };
  }
}
