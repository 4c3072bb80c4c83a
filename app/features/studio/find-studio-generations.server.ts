import { findGenerationStatuses } from '#app/features/pictures/find-generation-statuses.server.ts';
import type { GenerationStatus } from '#app/features/pictures/generation-status.ts';
import { db } from '#app/platform/db.server.ts';

/** What the studio shows beside the form: a person's newest free generations, without those of
 * lessons and grids, of live drawing, and uploads. */
export async function findStudioGenerations(options: {
  userId: string;
  take?: number;
}): Promise<GenerationStatus[]> {
  const { userId, take = 12 } = options;
  const rows = await db.generation.findMany({
    where: {
      userId,
      lessonSlug: null,
      gridId: null,
      isLive: false,
      mode: { not: 'upload' },
      state: { not: 'cancelled' },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take,
    select: { id: true },
  });
  return findGenerationStatuses({ viewerId: userId, ids: rows.map(({ id }) => id) });
}
