import { db } from '#app/platform/db.server.ts';
import { log } from '#app/platform/log.server.ts';
import { postDelivery } from './post-delivery.server.ts';
import { signDelivery } from './sign-delivery.server.ts';

/** A delivery that was not taken; the queue tries it again. */
export class NotDelivered extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'NotDelivered';
  }
}

interface DeliverOptions {
  deliveryId: string;
  /** No attempt follows this one. */
  isLast: boolean;
}

/**
 * Tells a webhook once that a generation has ended: by ids alone, signed. Throws NotDelivered where the answer is
 * no 2xx. A delivery that has ended, or whose webhook is gone, is left as it is.
 */
export async function deliverWebhook({ deliveryId, isLast }: DeliverOptions): Promise<void> {
  const delivery = await db.webhookDelivery.findFirst({
    where: { id: deliveryId, state: 'waiting' },
    include: { webhook: true },
  });
  if (!delivery) return;
  const { webhook, generationId } = delivery;
  const generation = await db.generation.findUnique({
    where: { id: generationId },
    select: {
      state: true,
      finishedAt: true,
      pictures: { where: { state: 'approved' }, select: { id: true }, take: 1 },
    },
  });
  const body = JSON.stringify({
    type: 'generation.ended',
    id: delivery.id,
    generationId,
    state: generation?.state ?? 'removed',
    pictureId: generation?.pictures[0]?.id ?? null,
    occurredAt: generation?.finishedAt ?? delivery.createdAt,
  });
  const timestampS = Math.floor(Date.now() / 1000);
  const headers = { 'Easel-Signature': signDelivery(webhook.secret, body, timestampS) };
  let status: number | null = null;
  try {
    status = await postDelivery({ url: webhook.url, body, headers });
  } catch (error) {
    log.warn({ deliveryId, reason: (error as NodeJS.ErrnoException).code }, 'webhook: no answer');
  }
  const isTaken = status !== null && status >= 200 && status < 300;
  await db.webhookDelivery.updateMany({
    where: { id: deliveryId, state: 'waiting' },
    data: {
      attempts: { increment: 1 },
      lastStatus: status,
      ...(isTaken && { state: 'delivered', endedAt: new Date() }),
      ...(!isTaken && isLast && { state: 'failed', endedAt: new Date() }),
    },
  });
  if (!isTaken) throw new NotDelivered(`The webhook answered ${status ?? 'nothing'}.`);
}
