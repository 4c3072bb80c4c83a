import { openTo } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';

const ENDED_BADLY = ['failed', 'cancelled'] as const;

interface ChangeTableOptions {
  user: { id: string };
  tableId: string;
}

/**
 * Stops asking for a table's pictures; those that wait already are still drawn. This and the others throw a 404
 * response for a table that is not this person's.
 */
export async function pauseTable({ user, tableId }: ChangeTableOptions): Promise<void> {
  await requireOwn({ id: tableId, userId: user.id });
  await db.pictureTable.updateMany({
    where: { id: tableId, userId: user.id, state: 'running' },
    data: { state: 'paused', pauseReason: null },
  });
}

/** Lets a paused table go on, where its class is open to this person. */
export async function resumeTable({ user, tableId }: ChangeTableOptions): Promise<void> {
  await requireOwn({ id: tableId, userId: user.id, class: openTo(user.id) });
  await db.pictureTable.updateMany({
    where: { id: tableId, userId: user.id, state: 'paused' },
    data: { state: 'running', pauseReason: null },
  });
}

/** Asks once more for the rows whose pictures failed or were cancelled. */
export async function retryTable({ user, tableId }: ChangeTableOptions): Promise<void> {
  await db.$transaction(async (tx) => {
    const table = await tx.pictureTable.findFirst({
      where: { id: tableId, userId: user.id, class: openTo(user.id) },
      select: { rows: { where: { generationId: { not: null } }, select: { generationId: true } } },
    });
    if (!table) throw new Response(null, { status: 404 });
    const ids = table.rows.map(({ generationId }) => generationId!);
    const failed = await tx.generation.findMany({
      where: { id: { in: ids }, state: { in: [...ENDED_BADLY] } },
      select: { id: true },
    });
    if (failed.length === 0) return;
    await tx.tableRow.updateMany({
      where: { tableId, generationId: { in: failed.map(({ id }) => id) } },
      data: { generationId: null, askedAt: null },
    });
    await tx.pictureTable.update({ where: { id: tableId }, data: { state: 'running' } });
  });
}

/** The same table once more, with the same seeds, so that its pictures can be compared. Null while it is drawn. */
export async function replayTable({ user, tableId }: ChangeTableOptions) {
  const table = await db.pictureTable.findFirst({
    where: { id: tableId, userId: user.id, class: openTo(user.id) },
    include: { rows: { orderBy: { position: 'asc' } } },
  });
  if (!table) throw new Response(null, { status: 404 });
  if (table.state === 'running') return null;
  const { classId, userId, name, query, columns, template, settings, rows } = table;
  return db.pictureTable.create({
    data: {
      ...{ classId, userId, name, query, columns, template },
      settings: settings as object,
      replayOfId: tableId,
      rows: {
        create: rows.map(({ position, line, cells, fault }) => ({ position, line, cells, fault })),
      },
    },
    select: { id: true },
  });
}

async function requireOwn(where: Prisma.PictureTableWhereInput): Promise<void> {
  const table = await db.pictureTable.findFirst({ where, select: { id: true } });
  if (!table) throw new Response(null, { status: 404 });
}
