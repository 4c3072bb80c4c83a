import type { ApiViewer } from '#app/features/api-tokens/find-api-viewer.server.ts';
import { findTable } from '#app/features/tables/find-table.server.ts';

/** A table as the API shows it; null where this token may not see it. */
export async function printTable({ user, classId }: ApiViewer, tableId: string) {
  const table = await findTable({ viewerId: user.id, tableId, classId });
  if (!table) return null;
  const rows = table.rows.map(({ position, cells, failure, generation }) => ({
    position,
    cells,
    failure,
    generationId: generation?.id ?? null,
    pictureId: generation?.picture?.id ?? null,
    sha256: generation?.picture?.sha256 ?? null,
    seed: generation?.seed ?? null,
  }));
  return { ...table, rows, replay: table.replay || null };
}
