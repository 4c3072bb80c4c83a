import { deleteStudent } from '#app/features/students/delete-student.server.ts';
import { deleteWorkWithFiles } from '#app/features/students/delete-work-with-files.server.ts';
import { readDeletions } from '#app/platform/deletions.server.ts';
import type { Deletion } from '#app/platform/deletions.server.ts';
import { purgeClass } from './purge-class.server.ts';

/**
 * Deletes once more what was deleted after a moment: a backup of that moment has brought it back. Says how many
 * deletions there were.
 */
export async function repeatDeletions({ since }: { since: Date }): Promise<number> {
  const later = (await readDeletions()).filter(({ at }) => new Date(at) >= since);
  for (const deletion of later) await repeat(deletion);
  return later.length;
}

async function repeat(deletion: Deletion): Promise<unknown> {
  if (deletion.what === 'student')
    return deleteStudent({ actorId: null, studentId: deletion.userId });
  if (deletion.what === 'class') return purgeClass(deletion);
  return deleteWorkWithFiles(deletion);
}
