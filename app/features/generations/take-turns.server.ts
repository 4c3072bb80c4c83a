import type { Prisma } from '#prisma/generated/client.ts';

/** Any number of ours: turns are handed out by one request at a time. */
const TURN_LOCK = 7_261;

/**
 * Hands out places in the queue by start-time fair queueing (Goyal, Vin, Cheng 1996, with each picture of
 * length 1): a student with nothing waiting joins the turn that is served now, and each further picture
 * stands one turn later. So a student's nth waiting picture stands behind everybody's first ones, and
 * nobody's can be overtaken for ever. Runs inside the transaction that writes the rows.
 */
export async function takeTurns(
  tx: Prisma.TransactionClient,
  { userId, count }: { userId: string; count: number },
): Promise<{ turns: number[]; waiting: number }> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${TURN_LOCK})`;
  const [found] = await tx.$queryRaw<
    { served: number | null; next: number | null; own: number | null; waiting: bigint }[]
  >`
    SELECT max(turn) FILTER (WHERE state = 'running') AS served,
           min(turn) FILTER (WHERE state = 'waiting') AS next,
           max(turn) FILTER (WHERE "userId" = ${userId}) AS own,
           count(*) FILTER (WHERE "userId" = ${userId}) AS waiting
    FROM "Generation" WHERE state IN ('waiting', 'running')`;
  const served = found?.served ?? found?.next ?? 0;
  const first = found?.own == null ? served : Math.max(served, found.own + 1);
  return {
    turns: Array.from({ length: count }, (_, index) => first + index),
    waiting: Number(found?.waiting ?? 0),
  };
}
