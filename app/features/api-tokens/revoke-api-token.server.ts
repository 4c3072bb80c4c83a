import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { db } from '#app/platform/db.server.ts';

/** Ends a token of one's own, at once and for good. Throws a 404 response where there is none such. */
export async function revokeApiToken(options: {
  user: { id: string };
  tokenId: string;
}): Promise<void> {
  const { user, tokenId } = options;
  await db.$transaction(async (tx) => {
    const [revoked] = await tx.apiToken.updateManyAndReturn({
      where: { id: tokenId, userId: user.id, revokedAt: null },
      data: { revokedAt: new Date() },
      select: { classId: true },
    });
    if (!revoked) throw new Response(null, { status: 404 });
    await writeAuditEntry(tx, {
      actorId: user.id,
      classId: revoked.classId,
      action: 'token.revoked',
      subject: tokenId,
    });
  });
}
