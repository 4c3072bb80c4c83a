import { expect, it } from 'vitest';
import { EvidenceError } from './evidence-error.ts';
import { readRows } from './read-rows.ts';

const template = 'a {colour} {thing}';
const read = (table: string, rows = 2) => readRows({ template, table, rows });

it.each([
  ['commas', 'colour, thing\nred, house\nblue, car'],
  ['a spreadsheet', 'colour\tthing\nred\thouse\nblue\tcar\n'],
  ['semicolons and columns the other way round', 'thing; colour\nhouse; red\n\ncar; blue'],
])('fills the template from %s', (_name, table) => {
  expect(read(table)).toEqual(['a red house', 'a blue car']);
});

it.each([
  ['too few rows', 'colour, thing\nred, house', 'Your table has 1 rows', 'table'],
  ['an empty cell', 'colour, thing\nred, house\n, car', 'Row 2: “colour” is empty.', 'table'],
  ['a short row', 'colour, thing\nred, house\nred', 'Row 2: This row has 1 cells', 'table'],
  [
    'a row twice',
    'colour, thing\nred, car\nred, car',
    'Row 2 asks for the same as row 1.',
    'table',
  ],
  ['an open quotation mark', 'colour, thing\n"red, house', 'This is no CSV', 'table'],
  ['a column that is not there', 'colour, place\nred, here\nblue, there', '“thing”', 'prompt'],
  ['nothing', '', 'There is nothing in it.', 'table'],
])('says what is wrong with %s', (_name, table, message, field) => {
  const attempt = () => read(table);
  expect(attempt).toThrow(EvidenceError);
  expect(attempt).toThrow(message);
  expect(attempt).toThrow(expect.objectContaining({ field }));
});
