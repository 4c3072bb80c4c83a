import { addProgramJob } from '#app/platform/queue.server.ts';
import type { Generation, Prisma } from '#prisma/generated/client.ts';

/**
 * Notes, in the transaction that ends a generation, which webhooks are to be told of it. Returns the deliveries
 * for `enqueueDelivery` after the commit.
 */
export async function planDeliveries(
  tx: Prisma.TransactionClient,
  { id, userId, classId }: Pick<Generation, 'id' | 'userId' | 'classId'>,
): Promise<{ id: string }[]> {
  const webhooks = await tx.webhook.findMany({ where: { userId, classId }, select: { id: true } });
  if (webhooks.length === 0) return [];
  return tx.webhookDelivery.createManyAndReturn({
    data: webhooks.map((webhook) => ({ webhookId: webhook.id, generationId: id })),
    skipDuplicates: true,
    select: { id: true },
  });
}

/** Adds the job of a delivery under the row's own id; adding it again changes nothing. */
export function enqueueDelivery({ id }: { id: string }): Promise<void> {
  return addProgramJob('deliver-webhook', id, { deliveryId: id });
}
