import { db } from '#app/platform/db.server.ts';
import { publishLive } from '#app/platform/live.server.ts';
import type { Generation } from '#prisma/generated/client.ts';

const PAUSED = { wall: { pausedAt: { not: null } } };

/**
 * Takes a generation for one more attempt, or returns null where it is already over
 * or its class is paused. The attempt's number
 * is the worker's claim: only the newest one can finish the row, so a worker that was taken for dead and
 * comes back changes nothing.
 */
export async function claimGeneration(generationId: string): Promise<Generation | null> {
  const rows = await db.generation.updateManyAndReturn({
    where: {
      id: generationId,
      // In a class that is paused nothing starts; what runs already goes on.
      OR: [{ state: 'running' }, { state: 'waiting', class: { NOT: PAUSED } }],
    },
    data: { state: 'running', attempt: { increment: 1 }, startedAt: new Date() },
  });
  const row = rows[0];
  if (!row) return null;
  const { classId, userId } = row;
  await publishLive({ kind: 'generation', classId, userId, generationId });
  return row;
}
