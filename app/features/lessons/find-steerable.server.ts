import { findModels } from '#app/features/studio/find-models.server.ts';
import type { StudioModel } from '#app/features/studio/find-models.server.ts';

/** The first model that a sketch can steer; null where none of them can be. */
export async function findSteerable(): Promise<StudioModel | null> {
  return (await findModels()).find(({ hasControl }) => hasControl) ?? null;
}
