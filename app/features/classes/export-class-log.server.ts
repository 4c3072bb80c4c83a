import { createHmac, randomBytes } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { createReadableStreamFromReadable } from '@remix-run/node';
import { stringify } from 'csv-stringify';
import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { log } from '#app/platform/log.server.ts';
import { classLogColumns, classLogInclude } from './class-log-columns.ts';
import { harmlessCell } from './harmless-cell.ts';
import type { LoggedGeneration } from './class-log-columns.ts';

const BATCH = 500;

/**
 * A class's log as CSV (RFC 4180, UTF-8 with a byte order mark), oldest first, a row a generation, read in
 * batches while it is sent. Students stand under an HMAC of a key that is made for this export and
 * forgotten after it. Cells that a spreadsheet would run are made harmless.
 */
export function exportClassLog(options: {
  teacherId: string;
  classId: string;
}): ReadableStream<Uint8Array> {
  const columns = Object.entries(classLogColumns(pseudonyms()));
  const csv = stringify({
    header: true,
    bom: true,
    record_delimiter: 'windows',
    // A lone carriage return would otherwise stand bare, and readers take it for the end of a row.
    quoted_string: true,
    columns: columns.map(([name]) => name),
    cast: {
      string: harmlessCell,
      bigint: String,
      date: (date) => date.toISOString(),
    },
  });
  const records = async function* (batches: AsyncIterable<LoggedGeneration[]>) {
    for await (const batch of batches)
      for (const row of batch) yield columns.map(([, read]) => read(row));
  };
  pipeline(readBatches(options), records, csv).catch((error: Error) => {
    // The reader sees the stream break; a download that was cancelled is no fault.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE')
      log.error({ classId: options.classId, reason: error.message }, 'class log: export broke off');
  });
  return createReadableStreamFromReadable(csv);
}

async function* readBatches(options: {
  teacherId: string;
  classId: string;
}): AsyncGenerator<LoggedGeneration[]> {
  const { teacherId, classId } = options;
  const until = new Date();
  let last: LoggedGeneration | undefined;
  do {
    const batch: LoggedGeneration[] = await db.generation.findMany({
      where: {
        classId,
        class: taughtBy(teacherId),
        createdAt: { lte: until },
        ...(last && {
          OR: [
            { createdAt: { gt: last.createdAt } },
            { createdAt: last.createdAt, id: { gt: last.id } },
          ],
        }),
      },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: BATCH,
      include: classLogInclude,
    });
    yield batch;
    last = batch.length === BATCH ? batch.at(-1) : undefined;
  } while (last);
}

function pseudonyms(): (userId: string) => string {
  const key = randomBytes(32);
  return (userId) => createHmac('sha256', key).update(userId).digest('hex').slice(0, 16);
}
