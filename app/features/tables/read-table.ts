import { parse } from 'csv-parse/sync';

export const MOST_ROWS = 1000;
const MOST_COLUMNS = 40;
const MOST_CELL = 2000;

/** Rows of data as they were read; a row that can't be used says why. */
export interface ReadTable {
  columns: string[];
  rows: TableLine[];
}

export interface TableLine {
  /** Where the row ends in its file, as an editor counts. */
  line: number;
  cells: string[];
  fault: string | null;
}

/** What is wrong with a table as a whole. */
export class TableError extends Error {
  override name = 'TableError';
}

/**
 * Reads a table from CSV (comma, semicolon or tab; the first line names the columns) or from JSON (a list of
 * objects). Throws TableError where it is neither, or is empty or too large.
 */
export function readTable(text: string): ReadTable {
  const table = /^\s*\[/.test(text) ? readJson(text) : readCsv(text);
  const { columns, rows } = table;
  if (columns.length > MOST_COLUMNS)
    throw new TableError(`A table has at most ${MOST_COLUMNS} columns.`);
  if (columns.some((name) => name === '')) throw new TableError('Each column needs a name.');
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  if (twice) throw new TableError(`Two columns are called “${twice}”.`);
  if (rows.length === 0) throw new TableError('There is no row below the names of the columns.');
  if (rows.length > MOST_ROWS) throw new TableError(`A table has at most ${MOST_ROWS} rows.`);
  return {
    columns,
    rows: rows.map((row) => ({ ...row, fault: row.fault ?? findFault(row.cells) })),
  };
}

function findFault(cells: string[]): string | null {
  if (cells.every((cell) => cell === '')) return 'This row is empty.';
  return cells.some((cell) => cell.length > MOST_CELL)
    ? `A cell has at most ${MOST_CELL} characters.`
    : null;
}

function readCsv(text: string): ReadTable {
  let records: { info: { lines: number }; record: string[] }[];
  try {
    records = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      delimiter: [',', ';', '\t'],
    }) as never;
  } catch (error) {
    throw new TableError(`This is no CSV: ${(error as Error).message}`);
  }
  const [head, ...body] = records;
  if (!head) throw new TableError('There is nothing in it.');
  const columns = head.record;
  const rows = body.map(({ info, record }) => {
    const fault =
      record.length === columns.length
        ? null
        : `This row has ${record.length} cells, and the table has ${columns.length} columns.`;
    return { line: info.lines, cells: columns.map((_, index) => record[index] ?? ''), fault };
  });
  return { columns, rows };
}

function readJson(text: string): ReadTable {
  let records: unknown;
  try {
    records = JSON.parse(text);
  } catch (error) {
    throw new TableError(`This is no JSON: ${(error as Error).message}`);
  }
  const list = records as unknown[];
  const objects = list.map((row) => (isObject(row) ? row : null));
  const columns = [...new Set(objects.flatMap((row) => Object.keys(row ?? {})))];
  const rows = objects.map((row, index) => {
    const cells = columns.map((name) => printCell(row?.[name]));
    return { line: index + 1, cells, fault: row ? null : 'This row is no object.' };
  });
  return { columns, rows };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value of JSON or of a database as the text that goes into a prompt. */
export function printCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value).trim();
}
