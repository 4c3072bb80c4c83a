import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { previewTable } from './preview-table.server.ts';
import type { TableForm } from './table-form.ts';

const MAX_RUNNING = 5;

interface CreateTableOptions {
  user: { id: string; role: 'student' | 'teacher' | 'admin' };
  classId: string;
  form: TableForm;
}

/**
 * Keeps a table; the worker then asks for its pictures, row after row. Bad rows are kept with what is wrong with
 * them. Throws a UserError where nothing could be drawn, the class is not theirs, or five tables run already.
 */
export async function createTable({ user, classId, form }: CreateTableOptions) {
  const { columns, rows, settings } = await previewTable(user, form);
  if (rows.every(({ fault }) => fault))
    throw new UserError('No row of this table can be drawn.', { field: 'data' });
  const membership = await db.membership.findFirst({
    where: { classId, userId: user.id, removedAt: null, class: { archivedAt: null } },
  });
  if (!membership) throw new UserError('This class is not yours to work in.', { status: 404 });
  const running = { userId: user.id, state: 'running' as const };
  if ((await db.pictureTable.count({ where: running })) >= MAX_RUNNING)
    throw new UserError(`${MAX_RUNNING} tables of yours are being drawn. Wait for one.`, {
      status: 429,
    });
  return db.pictureTable.create({
    data: {
      userId: user.id,
      classId,
      name: form.name || 'A table',
      query: form.query || null,
      columns,
      template: form.template,
      settings,
      rows: {
        create: rows.map(({ line, cells, fault }, index) => ({
          position: index + 1,
          line,
          cells,
          fault,
        })),
      },
    },
    select: { id: true },
  });
}
