import { Readable } from 'node:stream';
import type { LogRow, LogTable } from './log-table.ts';

/** An object a line, in UTF-8. 64-bit numbers are strings of digits. */
export function writeJsonl(_table: LogTable, rows: AsyncIterable<LogRow>): Readable {
  return Readable.from(writeLines(rows));
}

async function* writeLines(rows: AsyncIterable<LogRow>): AsyncGenerator<string> {
  for await (const row of rows)
    yield `${JSON.stringify(row, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))}\n`;
}
