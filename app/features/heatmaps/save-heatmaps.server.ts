import { db } from '#app/platform/db.server.ts';
import type { ClaimedHeatmaps } from './claim-heatmaps.server.ts';
import type { PackedHeatmaps } from './pack-heatmaps.ts';
import { tellHeatmaps } from './tell-heatmaps.server.ts';

/** Says how far an attempt is. */
export function saveHeatmapStep(
  claimed: ClaimedHeatmaps,
  { step, steps }: { step: number; steps: number },
): Promise<void> {
  return save(claimed, { step, steps });
}

/** Ends an ask once: with the maps, or with a sentence of why there are none. */
export function finishHeatmaps(
  claimed: ClaimedHeatmaps,
  end: PackedHeatmaps | { failure: string },
): Promise<void> {
  const state = 'failure' in end ? 'failed' : 'ready';
  return save(claimed, { ...end, state, askedById: null });
}

/** Only the newest attempt of an ask that still runs is heard. */
async function save(
  claimed: ClaimedHeatmaps,
  data: Parameters<typeof db.pictureHeatmaps.updateMany>[0]['data'],
): Promise<void> {
  const { pictureId, attempt } = claimed;
  const { count } = await db.pictureHeatmaps.updateMany({
    where: { pictureId, attempt, state: 'running' },
    data,
  });
  if (count > 0) await tellHeatmaps(claimed);
}
