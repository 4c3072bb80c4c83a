import { db } from '#app/platform/db.server.ts';
import type { QueuedJobs } from '#app/platform/queue.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';

/** The jobs and clocks that the queue may have of a student, of a class, or of a student in a class. */
export async function listQueuedWork(
  whose: { userId?: string; classId?: string },
  transaction: Prisma.TransactionClient = db,
): Promise<QueuedJobs> {
  const select = { id: true } as const;
  const [generations, concepts, deliveries, renders] = await Promise.all([
    transaction.generation.findMany({ where: whose, select }),
    transaction.concept.findMany({ where: whose, select }),
    transaction.webhookDelivery.findMany({ where: { webhook: whose }, select }),
    transaction.render.findMany({ where: whose, select }),
  ]);
  const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);
  return {
    pictures: idsOf(generations),
    trainings: idsOf(concepts),
    programs: idsOf(deliveries),
    clocks: idsOf(renders),
  };
}
