import { randomBytes } from 'node:crypto';
import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { requirePrograms } from '#app/features/programs/require-programs.server.ts';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import type { Webhook } from '#prisma/generated/client.ts';
import { checkWebhookUrl } from './check-webhook-url.server.ts';

const MAX_WEBHOOKS = 5;
const SECRET_BYTES = 32;

/**
 * Adds an address that is told when a picture of this person in this class has ended. Throws a UserError where
 * Easel would not send there, programs are not let in, or they have five.
 */
export async function createWebhook(options: {
  user: { id: string };
  classId: string;
  url: string;
}): Promise<Webhook> {
  const { user, classId, url } = options;
  checkWebhookUrl(url);
  return db.$transaction(async (tx) => {
    await requirePrograms(tx, { userId: user.id, classId });
    if ((await tx.webhook.count({ where: { userId: user.id, classId } })) >= MAX_WEBHOOKS)
      throw new UserError(`You have ${MAX_WEBHOOKS} webhooks in this class. Remove one first.`);
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    const made = await tx.webhook.create({ data: { userId: user.id, classId, url, secret } });
    await writeAuditEntry(tx, {
      actorId: user.id,
      classId,
      action: 'webhook.created',
      subject: made.id,
    });
    return made;
  });
}
