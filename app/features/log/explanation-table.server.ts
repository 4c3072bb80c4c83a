import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { explanationColumns, explanationInclude } from './explanation-columns.ts';
import type { LogScope } from './log-table.ts';
import { defineTable } from './log-table.ts';
import { oldestFirst, standAfter } from './page-order.ts';

const inClass = ({ classId, teacherId }: LogScope) => ({
  progress: { classId, class: taughtBy(teacherId) },
  kind: { not: 'read' },
});

export const explanationTable = defineTable({
  name: 'explanations',
  means: 'A row for each answer in a lesson that was accepted. Steps that are only read have none.',
  columns: explanationColumns,
  countRows: (scope) => db.stepEvidence.count({ where: inClass(scope) }),
  findPage: ({ until, after, take, ...scope }) =>
    db.stepEvidence.findMany({
      where: { ...inClass(scope), createdAt: { lte: until }, ...standAfter('createdAt', after) },
      orderBy: oldestFirst('createdAt'),
      take,
      include: explanationInclude,
    }),
});
