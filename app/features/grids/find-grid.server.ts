import { findDifferingFields } from '#app/features/comparisons/find-differing-fields.ts';
import { findGenerationStatuses } from '#app/features/pictures/find-generation-statuses.server.ts';
import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';

export type GridPage = NonNullable<Awaited<ReturnType<typeof findGrid>>>;

/** A grid with where its pictures stand; null where it is neither the viewer's nor of a class they teach. */
export async function findGrid({ viewerId, gridId }: { viewerId: string; gridId: string }) {
  const grid = await db.grid.findFirst({
    where: { id: gridId, OR: [{ userId: viewerId }, { class: taughtBy(viewerId) }] },
    include: { generations: { where: { state: { not: 'cancelled' } } } },
  });
  if (!grid) return null;
  const { generations, columnField, columnValues, rowField, rowValues } = grid;
  const ids = generations.map(({ id }) => id);
  return {
    columnField,
    columnValues,
    rowField,
    rowValues,
    prompt: generations[0]?.prompt ?? '',
    /** The one setting in which all pictures differ, where there is but one: then the test is fair. */
    differing: findDifferingFields(generations, []).differing.filter((field) => field !== 'seed'),
    seeds: new Set(generations.map(({ seed }) => seed)).size,
    cells: generations.map(({ id, gridColumn, gridRow }) => ({
      id,
      column: gridColumn ?? 0,
      row: gridRow ?? 0,
    })),
    statuses: await findGenerationStatuses({ viewerId, ids }),
  };
}
