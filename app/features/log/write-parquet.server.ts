import { PassThrough } from 'node:stream';
import type { Readable } from 'node:stream';
import { once } from 'node:events';
import { ByteWriter, parquetWriteRows } from 'hyparquet-writer';
import type { BasicType } from 'hyparquet-writer';
import type { LogRow, LogTable, LogType } from './log-table.ts';

const PARQUET_TYPES: Record<LogType, BasicType> = {
  text: 'STRING',
  integer: 'INT32',
  int64: 'INT64',
  number: 'DOUBLE',
  flag: 'BOOLEAN',
  time: 'TIMESTAMP',
  json: 'STRING',
};

/** Rows of a group are held at once: enough for columns to shrink, and far from a whole school year. */
const GROUP_ROWS = 1_000;

/** Parquet with Snappy; every column may be null. */
export function writeParquet(table: LogTable, rows: AsyncIterable<LogRow>): Readable {
  const out = new PassThrough();
  const jsonColumns = table.columns.filter(({ type }) => type === 'json').map(({ name }) => name);
  const written = parquetWriteRows({
    writer: new StreamWriter(out),
    rows: writeJsonCells(rows, jsonColumns),
    columns: table.columns.map(({ name, type }) => ({ name, type: PARQUET_TYPES[type] })),
    rowGroupSize: GROUP_ROWS,
    createdBy: 'Easel',
  });
  Promise.resolve(written).catch((error: Error) => out.destroy(error));
  return out;
}

async function* writeJsonCells(rows: AsyncIterable<LogRow>, names: string[]) {
  for await (const row of rows) {
    const cells = names.map((name) => [name, row[name] && JSON.stringify(row[name])]);
    yield { ...row, ...Object.fromEntries(cells) };
  }
}

/** Hands on what is written after each group, and waits while the reader is slower. */
class StreamWriter extends ByteWriter {
  constructor(private readonly out: PassThrough) {
    super();
  }

  async flush(): Promise<void> {
    const chunk = Buffer.from(this.getBuffer());
    this.index = 0;
    if (!this.out.write(chunk)) await once(this.out, 'drain');
  }

  override finish(): void {
    this.out.end(Buffer.from(this.getBuffer()));
  }
}
