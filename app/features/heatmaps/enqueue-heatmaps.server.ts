import { MAX_PRIORITY } from '#app/platform/job-catalog.ts';
import { addJob } from '#app/platform/queue.server.ts';

/** The queue of pictures has jobs of two kinds, and so two kinds of ids. */
export function heatmapsJobId(pictureId: string): string {
  return `heatmaps-${pictureId}`;
}

/** Adds the job of an ask for a picture's heatmaps; adding it again changes nothing. */
export function enqueueHeatmaps(heatmaps: { pictureId: string; turn: number }): Promise<void> {
  const { pictureId, turn } = heatmaps;
  const priority = Math.min(turn + 1, MAX_PRIORITY);
  return addJob('draw-heatmaps', heatmapsJobId(pictureId), { pictureId }, priority);
}
