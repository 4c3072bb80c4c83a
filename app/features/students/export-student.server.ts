import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createReadableStreamFromReadable } from '@remix-run/node';
import { ZipFile } from 'yazl';
import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { db } from '#app/platform/db.server.ts';
import { log } from '#app/platform/log.server.ts';
import { storedFilePath } from '#app/platform/storage.server.ts';
import { findStudent } from './find-student.server.ts';
import { findStudentGallery } from './find-student-gallery.server.ts';
import { findStudentWork } from './find-student-work.server.ts';
import { listExportFiles } from './list-export-files.server.ts';
import { streamStudentLog } from './student-log.server.ts';
import { keptBy } from './student-access.server.ts';
import type { Keeper } from './student-access.server.ts';

const README = `This is what Easel holds of one student.

profile.json       the account and its classes
generations.csv    every request for a picture, with all settings and what was decided about it
pictures/          the pictures, named by the id of the request
drawings/          masks, sketches and pictures that a request began with, named by their SHA-256
lessons.json       progress and answers in lessons
assignments.json   what was turned in, grades and comments that were returned
reviews.json       reviews of other students' work
gallery.json       collections, portfolios handed in, comments, kind words, judgements, words taught to the model

Pictures that a teacher has to look at, or has removed, are not in here. The log names them.
`;

/**
 * One student's data as a zip, read and packed while it is sent: nothing of it is held in memory whole. Held and
 * removed pictures are left out. A 404 response where the student is not this keeper's; what is exported is what
 * was made in classes of theirs.
 */
export async function exportStudent(options: {
  keeper: Keeper;
  studentId: string;
}): Promise<ReadableStream<Uint8Array>> {
  const { keeper, studentId } = options;
  const student = await findStudent(options);
  const { id, displayName, username, createdAt, classes } = student;
  await db.$transaction((transaction) =>
    writeAuditEntry(transaction, {
      actorId: keeper.id,
      action: 'student.exported',
      subject: studentId,
    }),
  );
  const zip = new ZipFile();
  const json = (name: string, value: unknown) =>
    zip.addBuffer(Buffer.from(`${JSON.stringify(value, null, 2)}\n`), name);
  const pack = async () => {
    zip.addBuffer(Buffer.from(README), 'README.txt');
    json('profile.json', { id, displayName, username, createdAt, classes });
    const work = await findStudentWork(options);
    json('lessons.json', work.lessons);
    json('assignments.json', work.assignments);
    json('reviews.json', work.reviews);
    json('gallery.json', await findStudentGallery(options));
    const where = { userId: studentId, class: keptBy(keeper) };
    zip.addReadStream(streamStudentLog(where), 'generations.csv');
    for await (const { name, sha256 } of listExportFiles(where))
      // Pictures are packed already. One that is opened only when its turn comes costs no file handle.
      zip.addReadStreamLazy(name, { compress: false }, (done) =>
        done(null, createReadStream(storedFilePath(sha256))),
      );
    zip.end();
  };
  const fail = (error: Error) => {
    log.error({ userId: studentId, reason: error.message }, 'export of a student broke off');
    (zip.outputStream as Readable).destroy(error);
  };
  zip.on('error', fail);
  pack().catch(fail);
  return createReadableStreamFromReadable(zip.outputStream as Readable);
}
