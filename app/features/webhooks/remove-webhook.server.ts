import { db } from '#app/platform/db.server.ts';

/** Removes a webhook of one's own, with what it was told. Says whether there was one. */
export async function removeWebhook(options: {
  user: { id: string };
  classId: string;
  webhookId: string;
}): Promise<boolean> {
  const { user, classId, webhookId } = options;
  const { count } = await db.webhook.deleteMany({
    where: { id: webhookId, userId: user.id, classId },
  });
  return count > 0;
}
