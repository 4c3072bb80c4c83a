import { randomInt } from 'node:crypto';
import { generationFormSchema } from '#app/features/generations/generation-form.ts';
import { requestGenerations } from '#app/features/generations/request-generations.server.ts';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { GRID_FIELDS } from './grid-fields.ts';
import type { GridForm } from './grid-form.ts';
import { planGrid } from './plan-grid.ts';

interface RequestGridOptions {
  user: { id: string };
  classId: string;
  /** The studio's form, as it was sent. */
  shared: Record<string, string>;
  grid: GridForm;
}

/**
 * Asks for a grid of pictures that share all but its axes, the seed too. Returns the grid.
 *
 * Throws a UserError that names the axis where one of its values is none that the setting takes, and those of
 * `requestGenerations`.
 */
export async function requestGrid(options: RequestGridOptions): Promise<{ id: string }> {
  const { user, classId, shared, grid } = options;
  const seed = shared.seed || String(randomInt(2 ** 32));
  const cells = planGrid({ ...shared, seed }, grid).map((cell) => ({
    ...cell,
    form: readForm(cell.fields, grid),
  }));
  const membership = await db.membership.findFirst({
    where: { classId, userId: user.id, removedAt: null, class: { archivedAt: null } },
  });
  if (!membership) throw new UserError('This class is not yours to work in.', { status: 404 });
  const { columnField, columnValues, rowField, rowValues } = grid;
  const { id } = await db.grid.create({
    data: {
      classId,
      userId: user.id,
      columnField,
      columnValues,
      rowField: rowField ?? null,
      rowValues,
    },
  });
  try {
    for (const { form, column, row } of cells)
      await requestGenerations({ user, classId, form, grid: { id, column, row } });
  } catch (error) {
    // A grid with a hole says less than none; what already waits goes with it.
    if (error instanceof UserError) await giveUp(id);
    throw error;
  }
  return { id };
}

function readForm(fields: Record<string, string>, { columnField, rowField }: GridForm) {
  const form = generationFormSchema.safeParse(fields);
  if (form.success) return form.data;
  const { path, message } = form.error.issues[0]!;
  const axis =
    rowField === path[0] ? 'rowText' : columnField === path[0] ? 'columnText' : undefined;
  const name = GRID_FIELDS[path[0] as keyof typeof GRID_FIELDS] ?? path[0];
  throw new UserError(`${name}: ${message}`, { field: axis ?? String(path[0]) });
}

async function giveUp(gridId: string): Promise<void> {
  await db.generation.updateMany({
    where: { gridId, state: { in: ['waiting', 'running'] } },
    data: { state: 'cancelled', finishedAt: new Date() },
  });
  await db.grid.delete({ where: { id: gridId } });
}
