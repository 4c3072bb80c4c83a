import type { Readable } from 'node:stream';
import { generationColumns, generationInclude } from '#app/features/log/generation-columns.ts';
import { defineTable } from '#app/features/log/log-table.ts';
import { oldestFirst, standAfter } from '#app/features/log/page-order.ts';
import { writeCsv } from '#app/features/log/write-csv.server.ts';
import { db } from '#app/platform/db.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';

/** Some of a student's requests for pictures as CSV in the columns of the log, read while they are sent. */
export function streamStudentLog(where: Prisma.GenerationWhereInput): Readable {
  const table = defineTable({
    name: 'generations',
    means: 'A row for each picture that the student asked for.',
    columns: generationColumns,
    countRows: () => db.generation.count({ where }),
    findPage: ({ until, after, take }) =>
      db.generation.findMany({
        where: { AND: [where, { createdAt: { lte: until } }, standAfter('createdAt', after)] },
        orderBy: oldestFirst('createdAt'),
        take,
        include: generationInclude,
      }),
  });
  // Whose rows they are says `where`; ids stay as they are, for they name the files beside it.
  const scope = { classId: '', teacherId: '', until: new Date(), alias: (id: string) => id };
  return writeCsv(table, table.readRows(scope));
}
