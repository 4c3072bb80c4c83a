import { findGenerationStatuses } from '#app/features/pictures/find-generation-statuses.server.ts';
import { isSettled } from '#app/features/pictures/generation-status.ts';
import type { GenerationStatus } from '#app/features/pictures/generation-status.ts';
import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';

const REASONS: Partial<Record<GenerationStatus['state'], string>> = {
  blocked: 'Easel does not draw these words.',
  held: 'A teacher looks at this picture first.',
  cancelled: 'Cancelled.',
};

export interface FoundRow {
  position: number;
  line: number;
  cells: string[];
  /** Why there is no picture; null while there may be one. */
  failure: string | null;
  generation: GenerationStatus | null;
}

export type FoundTable = NonNullable<Awaited<ReturnType<typeof findTable>>>;

interface FindTableOptions {
  viewerId: string;
  tableId: string;
  /** Leaves out what is of other classes. */
  classId?: string;
}

/** A table with where its rows stand; null where it is neither the viewer's nor of a class that they teach. */
export async function findTable({ viewerId, tableId, classId }: FindTableOptions) {
  const visible: Prisma.PictureTableWhereInput = {
    OR: [{ userId: viewerId }, { class: taughtBy(viewerId) }],
  };
  const table = await db.pictureTable.findFirst({
    where: { id: tableId, classId, ...visible },
    include: { rows: { orderBy: { position: 'asc' } } },
  });
  if (!table) return null;
  const ids = table.rows.flatMap(({ generationId }) => generationId ?? []);
  const statuses = await findGenerationStatuses({ viewerId, ids });
  const byId = new Map(statuses.map((status) => [status.id, status]));
  const rows = table.rows.map(({ position, line, cells, fault, generationId }): FoundRow => {
    const generation = byId.get(generationId ?? '') ?? null;
    const failure =
      fault ?? (generation && (generation.failure ?? REASONS[generation.state] ?? null));
    return { position, line, cells, failure, generation };
  });
  const drawn = rows.filter(({ generation }) => generation?.picture).length;
  return {
    id: table.id,
    name: table.name,
    columns: table.columns,
    template: table.template,
    state: table.state,
    pauseReason: table.pauseReason,
    isOwn: table.userId === viewerId,
    rows,
    drawn,
    failed: rows.filter(({ failure }) => failure).length,
    canRetry: statuses.some(({ state }) => state === 'failed' || state === 'cancelled'),
    isOver: table.state === 'finished' && statuses.every(isSettled),
    replay: table.replayOfId && (await compare(viewerId, table.replayOfId, rows)),
  };
}

/** How many pictures of a replay are the very bytes of the first time. */
async function compare(
  viewerId: string,
  tableId: string,
  rows: FoundRow[],
): Promise<{ tableId: string; compared: number; same: number }> {
  const before = await findTable({ viewerId, tableId });
  const shaOf = (row: FoundRow | undefined) => row?.generation?.picture?.sha256;
  const pairs = rows.filter((row, index) => shaOf(row) && shaOf(before?.rows[index]));
  const same = rows.filter((row, index) => shaOf(row) && shaOf(row) === shaOf(before?.rows[index]));
  return { tableId, compared: pairs.length, same: same.length };
}
