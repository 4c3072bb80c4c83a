import { db } from '#app/platform/db.server.ts';
import { listFiles } from '#app/features/files/file-references.server.ts';
import { removeUnusedFiles } from '#app/features/files/remove-unused-files.server.ts';
import { readDeletions } from '#app/platform/deletions.server.ts';
import type { Deletion } from '#app/platform/deletions.server.ts';
import { deleteStudent } from './delete-student.server.ts';
import { deleteWork } from './delete-work.server.ts';

/**
 * Deletes once more what was deleted after a moment: a backup of that moment has brought it back. Says how many
 * deletions there were.
 */
export async function repeatDeletions({ since }: { since: Date }): Promise<number> {
  const later = (await readDeletions()).filter(({ at }) => new Date(at) >= since);
  for (const deletion of later) await repeat(deletion);
  return later.length;
}

async function repeat(deletion: Deletion): Promise<void> {
  if (deletion.what === 'student') {
    await deleteStudent({ actorId: null, studentId: deletion.userId });
    return;
  }
  const { userId, classId } = deletion;
  const files = await listFiles({ userId, classId });
  await db.$transaction((transaction) => deleteWork(transaction, { userId, classId }));
  await removeUnusedFiles(files);
}
