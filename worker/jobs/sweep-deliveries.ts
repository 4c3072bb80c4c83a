import { findOpenDeliveries } from '#app/features/webhooks/find-open-deliveries.server.ts';
import { enqueueDelivery } from '#app/features/webhooks/plan-deliveries.server.ts';
import { programQueue } from '#app/platform/queue.server.ts';

/** A worker that died between its commit and the job is given this long to add it itself. */
const GRACE_MS = 3_000;

/** Adds the job of each open delivery that has none. Says how many it added. */
export async function sweepDeliveries(): Promise<number> {
  let added = 0;
  for (const delivery of await findOpenDeliveries(GRACE_MS)) {
    if (await programQueue().getJob(delivery.id)) continue;
    await enqueueDelivery(delivery);
    added += 1;
  }
  return added;
}
