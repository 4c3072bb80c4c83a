import { enqueueGeneration } from '#app/features/generations/enqueue-generation.server.ts';
import { findUpscaler } from '#app/features/generations/find-upscaler.server.ts';
import { takeTurns } from '#app/features/generations/take-turns.server.ts';
import { checkLimits } from '#app/features/limits/check-limits.server.ts';
import { db } from '#app/platform/db.server.ts';
import { publishLive } from '#app/platform/live.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { visibleTo } from './picture-access.server.ts';

/** Largest side of what comes out. */
const LONGEST_SIDE_PX = 2048;
/** Enough to sharpen what was blown up, and too little to draw something else. */
const STRENGTH = 0.3;

interface EnlargePictureOptions {
  user: { id: string };
  pictureId: string;
  scale: 2 | 4;
  lesson?: { slug: string; stepId: string };
}

/**
 * Asks for a picture again, larger: by an upscaler where there is one, else drawn once more from itself with
 * its own settings. Returns the generation. Throws a UserError where it would be too large, or the class is
 * over, and a 404 where the picture is not this person's to see.
 */
export async function enlargePicture(options: EnlargePictureOptions): Promise<{ id: string }> {
  const { user, pictureId, scale, lesson } = options;
  const upscaler = await findUpscaler();
  const picture = await db.picture.findFirst({
    where: {
      AND: [{ id: pictureId, state: 'approved' }, await visibleTo(user.id)],
      generation: {
        // Without an upscaler it is drawn again from its prompt, and an upload has none.
        ...(!upscaler && { mode: { not: 'upload' } }),
        class: { archivedAt: null, memberships: { some: { userId: user.id, removedAt: null } } },
      },
    },
    include: { generation: true },
  });
  if (!picture) throw new Response(null, { status: 404 });
  const size = { widthPx: picture.widthPx * scale, heightPx: picture.heightPx * scale };
  if (Math.max(size.widthPx, size.heightPx) > LONGEST_SIDE_PX)
    throw new UserError('This picture is as large as Easel makes them.');
  const from = picture.generation;
  const how = upscaler
    ? { mode: 'upscale', upscale: scale, modelId: upscaler, strength: null }
    : { mode: 'image-to-image', strength: STRENGTH };
  const row = await db.$transaction(async (tx) => {
    const { turns } = await takeTurns(tx, { userId: user.id, count: 1 });
    if (!lesson)
      await checkLimits(tx, {
        userId: user.id,
        classId: from.classId,
        asked: { count: 1, modelId: from.modelId, size },
      });
    return tx.generation.create({
      data: {
        classId: from.classId,
        userId: user.id,
        ...(lesson && { lessonSlug: lesson.slug, stepId: lesson.stepId }),
        parentId: from.id,
        changedFields: [...(upscaler ? ['upscale'] : ['mode', 'strength']), 'size', 'start'],
        prompt: from.prompt,
        dialect: from.dialect,
        parsedPrompt: from.parsedPrompt as object[],
        negativePrompt: from.negativePrompt,
        seed: from.seed,
        noiseSource: from.noiseSource,
        steps: from.steps,
        guidance: from.guidance,
        sampler: from.sampler,
        schedule: from.schedule,
        modelId: from.modelId,
        startPictureId: picture.id,
        startSha256: picture.sha256,
        ...how,
        ...size,
        turn: turns[0] ?? 0,
      },
      select: { id: true, turn: true, classId: true },
    });
  });
  await enqueueGeneration(row);
  await publishLive({
    kind: 'generation',
    classId: row.classId,
    userId: user.id,
    generationId: row.id,
  });
  return { id: row.id };
}
