import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { judgementColumns, judgementInclude } from './judgement-columns.ts';
import type { LogScope } from './log-table.ts';
import { defineTable } from './log-table.ts';
import { oldestFirst, standAfter } from './page-order.ts';

const inClass = ({ classId, teacherId }: LogScope) => ({
  exercise: { classId, class: taughtBy(teacherId) },
  verdict: { not: null },
});

export const judgementTable = defineTable({
  name: 'judgements',
  means: 'A row for each pair of pictures that a student has judged.',
  columns: judgementColumns,
  countRows: (scope) => db.judgement.count({ where: inClass(scope) }),
  findPage: ({ until, after, take, ...scope }) =>
    db.judgement.findMany({
      where: { ...inClass(scope), shownAt: { lte: until }, ...standAfter('shownAt', after) },
      orderBy: oldestFirst('shownAt'),
      take,
      include: judgementInclude,
    }),
});
