import { readInputFields } from '#app/features/generations/read-input-fields.ts';
import { visibleTo } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { draftSchema } from './draft.ts';
import type { Draft } from './draft.ts';

interface FindStartOptions {
  viewerId: string;
  pictureId: string;
}

/** The settings of a picture as a draft to go on from; null where this person may not see it. */
export async function findStart({ viewerId, pictureId }: FindStartOptions): Promise<Draft | null> {
  const picture = await db.picture.findFirst({
    where: { AND: [{ id: pictureId }, await visibleTo(viewerId)] },
    select: { generation: true },
  });
  if (!picture) return null;
  const { generation } = picture;
  return draftSchema.parse({
    prompt: generation.prompt,
    negativePrompt: generation.negativePrompt,
    dialect: generation.dialect,
    seed: String(generation.seed),
    steps: String(generation.steps),
    guidance: String(generation.guidance),
    sampler: generation.sampler,
    schedule: generation.schedule,
    size: `${generation.widthPx}x${generation.heightPx}`,
    modelId: generation.modelId,
    parentId: generation.id,
    ...readInputFields(generation),
  });
}
