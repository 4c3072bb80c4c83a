import { randomBytes, randomUUID } from 'node:crypto';
import { addOneTimeToken, joinSchoolPurpose } from '#app/features/accounts/one-time-link.server.ts';
import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { db } from '#app/platform/db.server.ts';

const INVITATION_LIFETIME_S = 7 * 24 * 3600;

/** Makes the link by which one more teacher comes to the school, as a path of this site. It works once. */
export async function inviteToSchool({ adminId }: { adminId: string }): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const invitationId = randomUUID();
  await db.$transaction(async (transaction) => {
    await addOneTimeToken(transaction, {
      purpose: joinSchoolPurpose(invitationId),
      token,
      userId: null,
      lifetimeS: INVITATION_LIFETIME_S,
    });
    await writeAuditEntry(transaction, {
      actorId: adminId,
      action: 'teacher.invited',
      subject: invitationId,
    });
  });
  return `/invitations/${invitationId}?token=${token}`;
}
