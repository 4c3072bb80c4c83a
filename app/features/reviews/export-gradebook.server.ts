import { stringify } from 'csv-stringify/sync';
import { harmlessCell } from '#app/features/log/harmless-cell.ts';
import { STATE_NAMES } from '#app/features/assignments/state-names.ts';
import { findGradebook } from './find-gradebook.server.ts';

/**
 * The gradebook as CSV (RFC 4180, UTF-8 with a byte order mark): a row a student; for each assignment the
 * returned points, the state, and whether the work came late. Cells that a spreadsheet would run are made
 * harmless.
 */
export async function exportGradebook(options: {
  teacherId: string;
  classId: string;
}): Promise<string> {
  const { assignments, rows } = await findGradebook(options);
  const heads = assignments.flatMap(({ title, outOf }) => [
    outOf === null ? `${title}: points` : `${title}: points of ${outOf}`,
    `${title}: state`,
    `${title}: late`,
  ]);
  const records = rows.map(({ student, cells }) => [
    student.displayName,
    student.username,
    ...cells.flatMap((cell) =>
      cell ? [cell.points, STATE_NAMES[cell.state], cell.isLate ? 'late' : ''] : ['', '', ''],
    ),
  ]);
  return stringify([['Student', 'Username', ...heads], ...records], {
    bom: true,
    record_delimiter: 'windows',
    quoted_string: true,
    cast: { string: harmlessCell },
  });
}
