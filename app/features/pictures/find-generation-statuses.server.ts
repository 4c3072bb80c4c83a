import { findQueuePlaces } from '#app/features/generations/find-queue-places.server.ts';
import { db } from '#app/platform/db.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { GenerationStatus } from './generation-status.ts';
import { taughtBy } from './picture-access.server.ts';

interface FindGenerationStatusesOptions {
  viewerId: string;
  ids: string[];
  /** Leaves out what was made in other classes. */
  classId?: string;
}

const statusSelect = {
  id: true,
  state: true,
  prompt: true,
  seed: true,
  widthPx: true,
  heightPx: true,
  steps: true,
  failure: true,
  preview: { select: { step: true } },
  pictures: {
    where: { state: 'approved' },
    orderBy: { index: 'asc' },
    take: 1,
    select: { id: true, alt: true, sha256: true },
  },
  verdicts: { where: { appealedAt: { not: null } }, take: 1, select: { id: true } },
} satisfies Prisma.GenerationSelect;

type StatusRow = Prisma.GenerationGetPayload<{ select: typeof statusSelect }>;

/**
 * Where these generations stand, in the order asked for. Those that are neither the viewer's own nor made in a
 * class that the viewer teaches are left out.
 */
export async function findGenerationStatuses(
  options: FindGenerationStatusesOptions,
): Promise<GenerationStatus[]> {
  const { viewerId, ids, classId } = options;
  const rows = await db.generation.findMany({
    where: {
      id: { in: ids },
      classId,
      OR: [{ userId: viewerId }, { class: taughtBy(viewerId) }],
    },
    select: statusSelect,
  });
  const waiting = rows.filter(({ state }) => state === 'waiting').map(({ id }) => id);
  const places = await findQueuePlaces(waiting);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [readStatus(row, places.get(id))] : [];
  });
}

function readStatus(
  row: StatusRow,
  queued: { place: number; estimateMs: number } | undefined,
): GenerationStatus {
  const { id, state, preview, pictures } = row;
  const step = state === 'running' ? (preview?.step ?? 0) : 0;
  return {
    id,
    state,
    prompt: row.prompt,
    seed: String(row.seed),
    widthPx: row.widthPx,
    heightPx: row.heightPx,
    queuePlace: queued?.place ?? null,
    estimateMs: queued?.estimateMs ?? null,
    step,
    steps: row.steps,
    previewUrl: step > 0 ? `/generations/${id}/preview?step=${step}` : null,
    failure: state === 'failed' ? row.failure : null,
    reviewAsked: row.verdicts.length > 0,
    picture: pictures[0] ?? null,
  };
}
