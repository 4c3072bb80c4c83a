import { db } from '#app/platform/db.server.ts';

const MOST = 50;

/** A person's tables, newest first: all, or those that a query fills. */
export async function listTables({ userId, fromQuery }: { userId: string; fromQuery?: boolean }) {
  const tables = await db.pictureTable.findMany({
    where: { userId, ...(fromQuery && { query: { not: null } }) },
    orderBy: { createdAt: 'desc' },
    take: MOST,
    select: {
      id: true,
      name: true,
      state: true,
      template: true,
      _count: { select: { rows: true } },
    },
  });
  return tables.map(({ _count, ...table }) => ({ ...table, rows: _count.rows }));
}
