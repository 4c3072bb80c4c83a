import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { generationColumns, generationInclude } from './generation-columns.ts';
import type { LogScope } from './log-table.ts';
import { defineTable } from './log-table.ts';
import { oldestFirst, standAfter } from './page-order.ts';

const inClass = ({ classId, teacherId }: LogScope) => ({ classId, class: taughtBy(teacherId) });

export const generationTable = defineTable({
  name: 'generations',
  means: 'A row for each picture that was asked for.',
  columns: generationColumns,
  countRows: (scope) => db.generation.count({ where: inClass(scope) }),
  findPage: ({ until, after, take, ...scope }) =>
    db.generation.findMany({
      where: { ...inClass(scope), createdAt: { lte: until }, ...standAfter('createdAt', after) },
      orderBy: oldestFirst('createdAt'),
      take,
      include: generationInclude,
    }),
});
