import { z } from 'zod';
import { MOST_ROWS } from '#app/features/tables/read-table.ts';
import { SETTING_NAMES } from '#app/features/tables/table-form.ts';
import { defineEndpoint } from '../endpoint.ts';

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const rowsBody = z.array(z.record(cell)).min(1).max(MOST_ROWS);
const setting = z.union([z.string(), z.number()]).transform(String).optional();

const tableReply = z.object({
  id: z.string().uuid(),
  name: z.string(),
  template: z.string(),
  state: z.enum(['running', 'paused', 'finished']),
  isOver: z.boolean().describe('Every row has its picture, or a reason why there is none.'),
  columns: z.array(z.string()),
  drawn: z.number().int(),
  failed: z.number().int(),
  rows: z.array(
    z.object({
      position: z.number().int().describe('Counted from 1.'),
      cells: z.array(z.string()),
      failure: z.string().nullable(),
      generationId: z.string().uuid().nullable(),
      pictureId: z.string().uuid().nullable(),
      sha256: z.string().nullable(),
      seed: z.string().nullable(),
    }),
  ),
  replay: z
    .object({ tableId: z.string(), compared: z.number().int(), same: z.number().int() })
    .nullable(),
});

export const createTableEndpoint = defineEndpoint({
  method: 'post',
  path: '/tables',
  summary: 'One picture a row of a table',
  description:
    'Slots such as {animal} in the template take the row’s values. A column with the name of a setting sets it for its row.',
  scope: 'tables',
  body: z
    .object({
      name: z.string().max(80).optional(),
      template: z.string().min(1).max(4000),
      rows: rowsBody,
      ...(Object.fromEntries(SETTING_NAMES.map((name) => [name, setting])) as Record<
        (typeof SETTING_NAMES)[number],
        typeof setting
      >),
    })
    .strict(),
  reply: tableReply,
  status: 202,
});

export const getTable = defineEndpoint({
  method: 'get',
  path: '/tables/{tableId}',
  summary: 'A table with its pictures and its rows without one',
  scope: 'tables',
  reply: tableReply,
});

export const addRows = defineEndpoint({
  method: 'post',
  path: '/tables/{tableId}/rows',
  summary: 'Add rows to a table and draw them',
  scope: 'tables',
  body: z.object({ rows: rowsBody }).strict(),
  reply: tableReply,
  status: 202,
});

export const replayTableEndpoint = defineEndpoint({
  method: 'post',
  path: '/tables/{tableId}/replay',
  summary: 'Draw a table once more with the same seeds, to compare',
  scope: 'tables',
  reply: tableReply,
  status: 202,
});
