/** What a column holds, and how each format writes it. */
export const LOG_TYPES = {
  text: 'Text, as it was typed. Parquet: UTF-8 string.',
  integer: 'A whole number. Parquet: INT32.',
  int64:
    'A whole number up to 2^63 - 1. JSONL: its digits as a string, since JSON readers round large numbers. Parquet: INT64.',
  number: 'A number with decimals. Parquet: DOUBLE.',
  flag: '`true` or `false`. Parquet: BOOLEAN.',
  time: 'A moment in UTC, to the millisecond. CSV and JSONL: ISO 8601. Parquet: TIMESTAMP_MILLIS.',
  json: 'A list or an object. JSONL: the value itself. CSV and Parquet: its JSON text.',
} as const;
export type LogType = keyof typeof LOG_TYPES;

interface Values {
  text: string;
  integer: number;
  int64: bigint;
  number: number;
  flag: boolean;
  time: Date;
  json: object;
}
export type LogValue = Values[LogType] | null;
export type LogRow = Record<string, LogValue>;

/** Turns an id of ours into one that holds within a single export. */
export type Alias = (id: string) => string;

export interface LogColumn<Row> {
  type: LogType;
  means: string;
  read: (row: Row, alias: Alias) => LogValue;
}

/** Columns of one kind of row, each of which is typed by what it holds. */
export function columnsOf<Row>() {
  return <Type extends LogType>(
    type: Type,
    means: string,
    read: (row: Row, alias: Alias) => Values[Type] | null,
  ): LogColumn<Row> => ({ type, means, read });
}

/** The log of one class, for a teacher of it. */
export interface LogScope {
  classId: string;
  teacherId: string;
}

interface FindPage<Row> extends LogScope {
  /** Rows that come later are left out, so that an export ends. */
  until: Date;
  after: Row | undefined;
  take: number;
}

interface TableParts<Row> {
  name: string;
  means: string;
  columns: Record<string, LogColumn<Row>>;
  countRows: (scope: LogScope) => Promise<number>;
  /** The rows after a given one, oldest first. */
  findPage: (options: FindPage<Row>) => Promise<Row[]>;
}

export interface LogTable {
  name: string;
  means: string;
  columns: { name: string; type: LogType; means: string }[];
  countRows: (scope: LogScope) => Promise<number>;
  /** All rows, read a page at a time while they are taken. */
  readRows: (options: LogScope & { until: Date; alias: Alias }) => AsyncGenerator<LogRow>;
}

const PAGE_ROWS = 1_000;

export function defineTable<Row>({ columns, findPage, ...parts }: TableParts<Row>): LogTable {
  return {
    ...parts,
    columns: Object.entries(columns).map(([column, { type, means }]) => ({
      name: column,
      type,
      means,
    })),
    async *readRows({ alias, ...scope }) {
      let after: Row | undefined;
      do {
        const page = await findPage({ ...scope, after, take: PAGE_ROWS });
        for (const row of page) yield readRow(columns, row, alias);
        after = page.length === PAGE_ROWS ? page.at(-1) : undefined;
      } while (after);
    },
  };
}

/** An empty text is nothing: a CSV file cannot tell the two apart. */
function readRow<Row>(columns: Record<string, LogColumn<Row>>, row: Row, alias: Alias): LogRow {
  return Object.fromEntries(
    Object.entries(columns).map(([name, { read }]) => {
      const value = read(row, alias);
      return [name, value === '' ? null : value];
    }),
  );
}
