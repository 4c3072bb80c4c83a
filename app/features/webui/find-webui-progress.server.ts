import type { ApiViewer } from '#app/features/api-tokens/find-api-viewer.server.ts';
import { findGenerationStatuses } from '#app/features/pictures/find-generation-statuses.server.ts';
import { isSettled } from '#app/features/pictures/generation-status.ts';
import { db } from '#app/platform/db.server.ts';

/** Requests of a token that may still be open: no client waits longer. */
const RECENT_MS = 60 * 60_000;

/** The newest request of a token that is not over, with where its pictures stand; null where there is none. */
export async function findOpenBatch({ user, classId, tokenId }: ApiViewer) {
  const batches = await db.batch.findMany({
    where: { tokenId, createdAt: { gt: new Date(Date.now() - RECENT_MS) } },
    orderBy: { createdAt: 'desc' },
    take: 20,
  });
  for (const { generationIds, createdAt } of batches) {
    const statuses = await findGenerationStatuses({
      viewerId: user.id,
      classId,
      ids: generationIds,
    });
    if (statuses.some((status) => !isSettled(status))) return { statuses, createdAt };
  }
  return null;
}

/** How far a token's newest request is, as WebUI's `progress` answers. */
export async function findWebuiProgress(viewer: ApiViewer, wantsImage: boolean) {
  const batch = await findOpenBatch(viewer);
  const statuses = batch?.statuses ?? [];
  const current = statuses.find(({ state }) => state === 'running');
  const ended = statuses.filter(isSettled).length;
  const share = current ? current.step / Math.max(current.steps, 1) : 0;
  const waitMs = statuses.find(({ estimateMs }) => estimateMs !== null)?.estimateMs;
  const preview =
    current && wantsImage
      ? await db.generationPreview.findUnique({ where: { generationId: current.id } })
      : null;
  return {
    progress: statuses.length > 0 ? (ended + share) / statuses.length : 0,
    eta_relative: waitMs ? waitMs / 1000 : 0,
    state: {
      skipped: false,
      interrupted: false,
      stopping_generation: false,
      job: current?.id ?? '',
      job_count: statuses.length - ended,
      job_timestamp: batch ? String(batch.createdAt.getTime()) : '0',
      job_no: ended,
      sampling_step: current?.step ?? 0,
      sampling_steps: current?.steps ?? 0,
    },
    current_image: preview && Buffer.from(preview.png).toString('base64'),
    textinfo: null,
  };
}
