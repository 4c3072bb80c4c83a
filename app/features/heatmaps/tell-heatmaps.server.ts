import { publishLive } from '#app/platform/live.server.ts';

interface Told {
  askedById: string | null;
  picture: { generation: { id: string; classId: string; userId: string } };
}

/** Tells whoever asked for a picture's heatmaps that there is news of them. */
export function tellHeatmaps({ askedById, picture }: Told): Promise<void> {
  const { id, classId, userId } = picture.generation;
  const asker = askedById ?? userId;
  return publishLive({ kind: 'generation', classId, userId: asker, generationId: id });
}
