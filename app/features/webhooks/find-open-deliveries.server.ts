import { db } from '#app/platform/db.server.ts';

const AT_ONCE = 200;

/** Deliveries that wait and are old enough for their job to have been added. */
export function findOpenDeliveries(olderThanMs: number): Promise<{ id: string }[]> {
  return db.webhookDelivery.findMany({
    where: { state: 'waiting', createdAt: { lt: new Date(Date.now() - olderThanMs) } },
    orderBy: { createdAt: 'asc' },
    take: AT_ONCE,
    select: { id: true },
  });
}
