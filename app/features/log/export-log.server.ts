import { createHmac, randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import { createReadableStreamFromReadable } from '@remix-run/node';
import { ZipFile } from 'yazl';
import { log } from '#app/platform/log.server.ts';
import { describeLog } from './describe-log.ts';
import type { LogFormat } from './log-format.ts';
import type { Alias, LogRow, LogTable } from './log-table.ts';
import { LOG_TABLES } from './log-tables.server.ts';
import { writeCsv } from './write-csv.server.ts';
import { writeJsonl } from './write-jsonl.server.ts';
import { writeParquet } from './write-parquet.server.ts';

const WRITERS: Record<LogFormat, (table: LogTable, rows: AsyncIterable<LogRow>) => Readable> = {
  csv: writeCsv,
  jsonl: writeJsonl,
  parquet: writeParquet,
};

interface ExportOptions {
  teacherId: string;
  classId: string;
  format: LogFormat;
}

/**
 * A class's log up to now as a zip file: a file a table and the schema, written while it is sent. Ids stand
 * under an HMAC of a key that is made for this export and forgotten after it.
 */
export function exportLog({
  teacherId,
  classId,
  format,
}: ExportOptions): ReadableStream<Uint8Array> {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  const scope = { teacherId, classId, until: new Date(), alias: newAlias() };
  zip.addBuffer(Buffer.from(describeLog(LOG_TABLES)), 'log-schema.md');
  for (const table of LOG_TABLES)
    zip.addReadStreamLazy(`${table.name}.${format}`, (take) => {
      const file = WRITERS[format](table, table.readRows(scope));
      // The reader sees the download break off.
      file.on('error', (error) => out.destroy(error));
      take(null, file);
    });
  zip.end();
  out.on('error', (error) =>
    log.error({ classId, reason: error.message }, 'log: export broke off'),
  );
  return createReadableStreamFromReadable(out);
}

function newAlias(): Alias {
  const key = randomBytes(32);
  return (id) => createHmac('sha256', key).update(id).digest('hex').slice(0, 16);
}
