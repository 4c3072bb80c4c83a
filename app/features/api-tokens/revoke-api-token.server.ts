import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { db } from '#app/platform/db.server.ts';

/** Ends a token of one's own, at once and for good. Says whether there was one. */
export async function revokeApiToken(options: {
  user: { id: string };
  tokenId: string;
}): Promise<boolean> {
  const { user, tokenId } = options;
  return db.$transaction(async (tx) => {
    const [revoked] = await tx.apiToken.updateManyAndReturn({
      where: { id: tokenId, userId: user.id, revokedAt: null },
      data: { revokedAt: new Date() },
      select: { classId: true },
    });
    if (!revoked) return false;
    await writeAuditEntry(tx, {
      actorId: user.id,
      classId: revoked.classId,
      action: 'token.revoked',
      subject: tokenId,
    });
    return true;
  });
}
