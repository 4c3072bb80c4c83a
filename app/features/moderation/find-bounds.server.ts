import { db } from '#app/platform/db.server.ts';
import type { Generation } from '#prisma/generated/client.ts';
import type { PictureBounds } from '#worker/moderation/pictures/verdict.ts';
import { boundsFor } from './picture-bounds.ts';

/** From where on the gate holds what a generation has made, by the bounds of its class and by what went in. */
export async function findBounds(
  generation: Generation,
  bounds: PictureBounds,
): Promise<PictureBounds> {
  const { mode, parentId } = generation;
  const isEnlarged = mode === 'upscale' && parentId !== null;
  const parent = isEnlarged ? await db.generation.findUnique({ where: { id: parentId } }) : null;
  return boundsFor({ ...generation, parent }, bounds);
}
