import { toSchoolTime } from '#app/features/assignments/school-time.server.ts';
import { db } from '#app/platform/db.server.ts';
import type { DeliveryState } from '#prisma/generated/client.ts';

const MOST_DELIVERIES = 100;
const LAST_DELIVERIES = 5;

export interface ShownWebhook {
  id: string;
  url: string;
  deliveries: { id: string; state: DeliveryState; lastStatus: number | null; at: string }[];
}

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

/** A person's webhooks in a class as their page shows them, each with what it was told last. */
export async function showWebhooks(options: {
  userId: string;
  classId: string;
}): Promise<ShownWebhook[]> {
  const { userId, classId } = options;
  const webhooks = await db.webhook.findMany({
    where: { userId, classId },
    orderBy: { createdAt: 'asc' },
    include: { deliveries: { orderBy: { createdAt: 'desc' }, take: LAST_DELIVERIES } },
  });
  return webhooks.map(({ id, url, deliveries }) => ({
    id,
    url,
    deliveries: deliveries.map(({ id, state, lastStatus, createdAt }) => ({
      id,
      state,
      lastStatus,
      at: toSchoolTime(createdAt),
    })),
  }));
}
