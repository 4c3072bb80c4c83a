import { cancelGeneration } from '#app/features/generations/cancel-generation.server.ts';
import type { ApiViewer } from '#app/features/api-tokens/find-api-viewer.server.ts';
import { isSettled } from '#app/features/pictures/generation-status.ts';
import { findOpenBatch } from './find-webui-progress.server.ts';

/** Stops what this token has asked for and is not ready yet, and nothing else of its owner's. */
export async function interruptWebui(viewer: ApiViewer): Promise<Record<string, never>> {
  for (let batch = await findOpenBatch(viewer); batch; batch = await findOpenBatch(viewer))
    for (const { id } of batch.statuses.filter((status) => !isSettled(status)))
      await cancelGeneration({ user: viewer.user, generationId: id });
  return {};
}
