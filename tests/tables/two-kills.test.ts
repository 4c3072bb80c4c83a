import '../database/own-database.ts';
import type { ChildProcess } from 'node:child_process';
import { afterAll, expect, it } from 'vitest';
import { createTable } from '#app/features/tables/create-table.server.ts';
import { replayTable } from '#app/features/tables/change-table.server.ts';
import { findTable } from '#app/features/tables/find-table.server.ts';
import {
  printTableCsv,
  zipTable,
  drawContactSheet,
} from '#app/features/tables/export-table.server.ts';
import { tableFormSchema } from '#app/features/tables/table-form.ts';
import { db } from '#app/platform/db.server.ts';
import { waitUntil } from '../../scripts/wait-until.ts';
import { createClass } from '../database/people.ts';
import { killNow, startWorker } from '../queue/worker-process.ts';

/** A few rows in every run, 200 for the figures (EASEL_TABLE_ROWS=200). */
const ROWS = Number(process.env.EASEL_TABLE_ROWS ?? 20);
const BAD = [3, 7, 8, 12, 17];
const MINUTES = 30;

let worker: ChildProcess | undefined;
afterAll(() => worker && killNow(worker));

/** A CSV of animals and places whose bad rows lack a cell, have one too many, are empty or ask for too much. */
function writeCsv(): string {
  const animals = ['red fox', 'owl', 'cat', 'dog', 'horse', 'whale', 'frog', 'bear'];
  const places = ['in the snow', 'on a beach', 'in a forest', 'in a park', 'on a hill'];
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const row = [animals[index % 8], places[index % 5], String(100 + index), '8'];
    if (index + 1 === BAD[0]) return row.slice(0, 2).join(',');
    if (index + 1 === BAD[1]) return [...row, 'more'].join(',');
    if (index + 1 === BAD[2]) return ['', ...row.slice(1)].join(',');
    if (index + 1 === BAD[3]) return [...row.slice(0, 3), '1000'].join(',');
    if (index + 1 === BAD[4]) return [row[0], row[1], 'seven', row[3]].join(',');
    return row.join(',');
  });
  return ['animal,place,seed,steps', ...rows].join('\n');
}

it(
  `draws ${ROWS - 5} of ${ROWS} rows once under two kills, names the five, and repeats to the byte`,
  async () => {
    const room = await createClass({ students: 1 });
    const user = { id: room.students[0]!.id, role: 'student' as const };
    const form = tableFormSchema.parse({ template: 'a {animal}, {place}', data: writeCsv() });
    worker = await startWorker();
    const { id } = await createTable({ user, classId: room.id, form });
    const find = async (tableId: string) => (await findTable({ viewerId: user.id, tableId }))!;
    const untilDrawn = (tableId: string, isThere: (drawn: number, isOver: boolean) => boolean) =>
      waitUntil(
        async () => {
          const { drawn, isOver } = await find(tableId);
          return isThere(drawn, isOver);
        },
        { timeoutMs: MINUTES * 60_000, what: 'the table to go on', pollMs: 200 },
      );
    for (const share of [1 / 4, 1 / 2]) {
      await untilDrawn(id, (drawn) => drawn >= ROWS * share);
      await killNow(worker);
      worker = await startWorker();
    }
    await untilDrawn(id, (_, isOver) => isOver);
    const table = await find(id);
    const failed = table.rows.filter(({ failure }) => failure);
    expect(failed.map(({ position, failure }) => [position, failure])).toEqual([
      [3, 'This row has 2 cells, and the table has 4 columns.'],
      [7, 'This row has 5 cells, and the table has 4 columns.'],
      [8, '“animal” is empty.'],
      [12, 'steps: At most 100 steps.'],
      [17, 'seed: A seed is a whole number, 0 or more.'],
    ]);
    expect(table.drawn).toBe(ROWS - BAD.length);
    expect(await db.generation.count()).toBe(ROWS - BAD.length);
    expect(await db.picture.count()).toBe(ROWS - BAD.length);

    const replay = await replayTable({ user, tableId: id });
    await untilDrawn(replay!.id, (_, isOver) => isOver);
    const again = await find(replay!.id);
    expect(again.replay).toEqual({ tableId: id, compared: ROWS - 5, same: ROWS - 5 });

    const csv = printTableCsv(table);
    expect(csv.split('\r\n')).toHaveLength(ROWS + 2);
    expect(csv).toContain(table.rows[0]!.generation!.picture!.sha256);
    expect((await zipTable(table)).byteLength).toBeGreaterThan(1000 * (ROWS - 5));
    expect((await drawContactSheet(table))!.byteLength).toBeGreaterThan(1000);
    const attempts = await db.generation.aggregate({ _max: { attempt: true } });
    console.log(
      `rows ${ROWS}, pictures ${table.drawn}, bad ${failed.length}, most attempts ${attempts._max.attempt}`,
    );
  },
  2 * MINUTES * 60_000,
);
