import { db } from '#app/platform/db.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { tellHeatmaps } from './tell-heatmaps.server.ts';

const WITH_PICTURE = {
  picture: { select: { sha256: true, generation: true } },
} satisfies Prisma.PictureHeatmapsInclude;

/** An ask for heatmaps as the worker takes it: with the picture's file and all that made it. */
export type ClaimedHeatmaps = Prisma.PictureHeatmapsGetPayload<{ include: typeof WITH_PICTURE }>;

/**
 * Takes an ask for one more attempt, or returns null where it is over. Only the newest attempt can finish it, so a
 * worker that was taken for dead and comes back changes nothing.
 */
export async function claimHeatmaps(pictureId: string): Promise<ClaimedHeatmaps | null> {
  const { count } = await db.pictureHeatmaps.updateMany({
    where: { pictureId, state: { in: ['waiting', 'running'] } },
    data: { state: 'running', attempt: { increment: 1 } },
  });
  if (count === 0) return null;
  const claimed = await db.pictureHeatmaps.findUnique({
    where: { pictureId },
    include: WITH_PICTURE,
  });
  if (claimed) await tellHeatmaps(claimed);
  return claimed;
}
