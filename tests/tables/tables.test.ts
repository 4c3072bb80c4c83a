import '../database/own-database.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { addRows } from '#app/features/tables/add-rows.server.ts';
import { createTable } from '#app/features/tables/create-table.server.ts';
import { feedTables } from '#app/features/tables/feed-tables.server.ts';
import { findTable } from '#app/features/tables/find-table.server.ts';
import { readTable } from '#app/features/tables/read-table.ts';
import { tableFormSchema } from '#app/features/tables/table-form.ts';
import { db } from '#app/platform/db.server.ts';
import { createClass } from '../database/people.ts';

let room: Awaited<ReturnType<typeof createClass>>;
beforeAll(async () => {
  room = await createClass({ students: 2 });
});

const make = (fields: Record<string, string>, role: 'student' | 'teacher' = 'student') => {
  const { id } = role === 'teacher' ? room.teacher : room.students[0]!;
  const form = tableFormSchema.parse({ template: 'a {animal}', ...fields });
  return createTable({ user: { id, role }, classId: room.id, form });
};

describe('reading', () => {
  it('takes commas, semicolons, tabs and JSON', () => {
    const expected = { columns: ['animal', 'n'], cells: ['a "red" fox', '2'] };
    for (const text of [
      'animal,n\n"a ""red"" fox",2\n',
      '\uFEFFanimal;n\r\n"a ""red"" fox";2',
      'animal\tn\n"a ""red"" fox"\t2',
      '[{"animal": "a \\"red\\" fox", "n": 2}]',
    ]) {
      const { columns, rows } = readTable(text);
      expect({ columns, cells: rows[0]?.cells }).toEqual(expected);
    }
  });

  it.each([
    ['', /nothing in it/],
    ['animal,animal\nfox,owl', /called “animal”/],
    ['animal', /no row/],
    ['[1', /no JSON/],
    [`animal\n${'fox\n'.repeat(1001)}`, /at most 1000 rows/],
  ])('refuses what is no table (%#)', (text, sentence) => {
    expect(() => readTable(text)).toThrow(sentence);
  });
});

it('names a slot that is no column, and draws nothing where every row is bad', async () => {
  await expect(make({ data: 'name\nfox' })).rejects.toThrow(/no column “animal”.*name/);
  await expect(make({ data: 'animal,n\n,1' })).rejects.toThrow(/No row/);
});

it('asks for a dozen rows at a time, once each however often it is fed', async () => {
  const { id } = await make({
    data: `animal\n${Array.from({ length: 30 }, (_, i) => `fox ${i}`).join('\n')}`,
  });
  await Promise.all([feedTables(), feedTables(), feedTables()]);
  const asked = await db.generation.count();
  expect(asked).toBeGreaterThanOrEqual(12);
  expect(asked).toBeLessThan(30);
  await db.generation.updateMany({ data: { state: 'cancelled' } });
  for (let round = 0; round < 4; round++) {
    await feedTables();
    await db.generation.updateMany({ data: { state: 'cancelled' } });
  }
  expect(await db.generation.count()).toBe(30);
  const table = await findTable({ viewerId: room.students[0]!.id, tableId: id });
  expect(table).toMatchObject({ state: 'finished', isOver: true, failed: 30 });
  expect(await findTable({ viewerId: room.students[1]!.id, tableId: id })).toBeNull();
  expect(await findTable({ viewerId: room.teacher.id, tableId: id })).not.toBeNull();
});

it('takes new rows, and each only once where asked so', async () => {
  const { id } = await make({ data: 'animal\nfox' });
  const owner = { user: room.students[0]!, classId: room.id, tableId: id };
  expect(await addRows({ ...owner, rows: [{ animal: 'owl' }, { animal: '' }] })).toBe(2);
  expect(
    await addRows({ ...owner, rows: [{ animal: 'owl' }, { animal: 'elk' }], onlyNew: true }),
  ).toBe(1);
  expect(
    await addRows({ ...owner, user: room.students[1]!, rows: [{ animal: 'cat' }] }),
  ).toBeNull();
  const table = await findTable({ viewerId: room.students[0]!.id, tableId: id });
  expect(table?.rows.map(({ cells, failure }) => failure ?? cells[0])).toEqual([
    'fox',
    'owl',
    '“animal” is empty.',
    'elk',
  ]);
});

describe('a query over the school’s database', () => {
  it('is not there for students, nor where no admin has set one up', async () => {
    await expect(make({ query: 'SELECT 1' })).rejects.toThrow(/no database/);
    await expect(make({ query: 'SELECT 1' }, 'teacher')).rejects.toThrow(/no database/);
  });
});
