import { stringify } from 'csv-stringify';
import { Readable } from 'node:stream';
import { harmlessCell } from './harmless-cell.ts';
import type { LogRow, LogTable } from './log-table.ts';

/**
 * RFC 4180 in UTF-8 with a byte order mark, so that spreadsheets read it; cells that one would run are made
 * harmless.
 */
export function writeCsv({ columns }: LogTable, rows: AsyncIterable<LogRow>): Readable {
  const csv = stringify({
    header: true,
    bom: true,
    record_delimiter: 'windows',
    // A lone carriage return would otherwise stand bare, and readers take it for the end of a row.
    quoted_string: true,
    columns: columns.map(({ name }) => name),
    cast: {
      string: harmlessCell,
      bigint: String,
      boolean: String,
      date: (date) => date.toISOString(),
      object: (value) => JSON.stringify(value),
    },
  });
  return Readable.from(rows)
    .on('error', (error) => csv.destroy(error))
    .pipe(csv);
}
