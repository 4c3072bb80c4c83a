import { randomInt } from 'node:crypto';
import { requestGenerations } from '#app/features/generations/request-generations.server.ts';
import { db } from '#app/platform/db.server.ts';
import type { TableRow } from './plan-replay.ts';

interface RequestStepTableOptions {
  user: { id: string };
  classId: string;
  lesson: { slug: string; stepId: string };
  rows: TableRow[];
}

/** Asks for the pictures of a table, one a row, and keeps them together as a grid. */
export async function requestStepTable(options: RequestStepTableOptions): Promise<void> {
  const { user, classId, lesson, rows } = options;
  const shared = BigInt(randomInt(2 ** 32));
  const { id } = await db.grid.create({
    data: {
      classId,
      userId: user.id,
      columnField: 'prompt',
      columnValues: rows.map(({ form }) => form.prompt),
      rowValues: [],
    },
  });
  for (const [column, { form, seed = shared }] of rows.entries())
    await requestGenerations({
      user,
      classId,
      lesson,
      form,
      seeds: [seed],
      grid: { id, column, row: 0 },
    });
}
