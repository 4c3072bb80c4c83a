import { db } from '#app/platform/db.server.ts';
import { cancelGeneration } from './cancel-generation.server.ts';

/** Cancels what this person's typing still has in the queue or at work. */
export async function stopLive({ user }: { user: { id: string } }): Promise<void> {
  const open = await db.generation.findMany({
    where: {
      userId: user.id,
      isLive: true,
      conceptId: null,
      state: { in: ['waiting', 'running'] },
    },
    select: { id: true },
  });
  for (const { id } of open) await cancelGeneration({ user, generationId: id });
}
