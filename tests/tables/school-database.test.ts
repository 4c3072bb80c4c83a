import { inject, expect, it } from 'vitest';

process.env.EASEL_TABLES_DATABASE_URL = inject('databaseUrl');
await import('../database/own-database.ts');
const { runQuery } = await import('#app/features/tables/run-query.server.ts');
const teacher = { role: 'teacher' as const };

it('reads rows, in the order and with the names of the query', async () => {
  const query = "SELECT * FROM (VALUES ('fox', 1), ('owl', NULL)) AS zoo (animal, n);";
  expect(await runQuery(teacher, query)).toEqual({
    columns: ['animal', 'n'],
    rows: [
      { line: 1, cells: ['fox', '1'], fault: null },
      { line: 2, cells: ['owl', ''], fault: null },
    ],
  });
});

it.each([
  ['CREATE TABLE zoo (animal text)', /syntax/],
  ['SELECT 1; DROP TABLE zoo', /syntax|multiple commands/],
  ['SELECT 1) AS x; COMMIT; CREATE TABLE zoo (a int); SELECT (1', /multiple commands/],
  ["SELECT nextval('zoo')", /does not exist|read-only/],
  ['SELECT generate_series(1, 2000)', /more than 1000 rows/],
  ['SELECT pg_sleep(20)', /timeout/],
])(
  'refuses %s',
  async (query, sentence) => {
    await expect(runQuery(teacher, query)).rejects.toThrow(sentence);
  },
  15_000,
);
