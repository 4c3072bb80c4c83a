import { visibleTo } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { findPlace } from './find-place.ts';
import type { Place } from './find-place.ts';
import { unpackHeatmap } from './pack-heatmaps.ts';

/** Pictures that no words were drawn into, and what to say of them. */
const NOT_FROM_WORDS: Record<string, string> = {
  upload: 'This picture was brought along, not drawn from words.',
  upscale: 'This picture was only made larger. Look at the one that it was made from.',
};

/** How a picture's heatmaps stand. */
export interface HeatmapStatus {
  pictureId: string;
  state: 'none' | 'waiting' | 'running' | 'ready' | 'failed' | 'impossible';
  step: number;
  steps: number;
  /** Why there are none, where they failed or can't be. */
  reason: string | null;
  /** In the order of the prompt, with where the model looked for each. */
  words: { text: string; place: Place }[];
}

/** How the heatmaps of pictures stand, in their order; null where this person may not see one of the pictures. */
export async function findHeatmaps(options: {
  viewerId: string;
  pictureIds: readonly string[];
}): Promise<HeatmapStatus[] | null> {
  const { viewerId, pictureIds } = options;
  const found = await db.picture.findMany({
    where: { AND: [{ id: { in: [...pictureIds] } }, await visibleTo(viewerId)] },
    select: { id: true, generation: { select: { mode: true } }, heatmaps: true },
  });
  const statuses = pictureIds.flatMap((pictureId) => {
    const picture = found.find(({ id }) => id === pictureId);
    if (!picture) return [];
    const { heatmaps, generation } = picture;
    const cannot = NOT_FROM_WORDS[generation.mode];
    return {
      pictureId,
      state: cannot ? ('impossible' as const) : (heatmaps?.state ?? ('none' as const)),
      step: heatmaps?.step ?? 0,
      steps: heatmaps?.steps ?? 0,
      reason: cannot ?? heatmaps?.failure ?? null,
      words: describeWords(heatmaps),
    };
  });
  return statuses.length < pictureIds.length ? null : statuses;
}

type Row = NonNullable<Awaited<ReturnType<typeof db.pictureHeatmaps.findUnique>>>;

function describeWords(heatmaps: Row | null): HeatmapStatus['words'] {
  if (!heatmaps?.values) return [];
  const packed = { ...heatmaps, values: heatmaps.values };
  return heatmaps.words.map((text, index) => ({
    text,
    place: findPlace(unpackHeatmap(packed, index)!),
  }));
}
