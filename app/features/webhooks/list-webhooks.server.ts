import { db } from '#app/platform/db.server.ts';

const MOST_DELIVERIES = 100;

/** A person's webhooks in a class. */
export function listWebhooks({ userId, classId }: { userId: string; classId: string }) {
  return db.webhook.findMany({
    where: { userId, classId },
    orderBy: { createdAt: 'asc' },
    select: { id: true, url: true, createdAt: true },
  });
}

/** What a webhook of one's own was told last; null where there is none such. */
export async function listDeliveries(options: {
  userId: string;
  classId: string;
  webhookId: string;
}) {
  const { userId, classId, webhookId } = options;
  const webhook = await db.webhook.findFirst({
    where: { id: webhookId, userId, classId },
    select: { deliveries: { orderBy: { createdAt: 'desc' }, take: MOST_DELIVERIES } },
  });
  return webhook?.deliveries ?? null;
}
