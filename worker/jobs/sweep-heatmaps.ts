import { enqueueHeatmaps, heatmapsJobId } from '#app/features/heatmaps/enqueue-heatmaps.server.ts';
import { findOpenHeatmaps } from '#app/features/heatmaps/find-open-heatmaps.server.ts';
import { pictureQueue } from '#app/platform/queue.server.ts';

/** A site that died between its commit and its job is given this long to add it itself. */
const GRACE_MS = 3_000;

/** Adds the job of each ask for heatmaps that has none, as `sweep-generations.ts` does for pictures. */
export async function sweepHeatmaps(): Promise<number> {
  let added = 0;
  for (const heatmaps of await findOpenHeatmaps(GRACE_MS)) {
    if (await pictureQueue().getJob(heatmapsJobId(heatmaps.pictureId))) continue;
    await enqueueHeatmaps(heatmaps);
    added += 1;
  }
  return added;
}
