import { listFiles } from '#app/features/files/file-references.server.ts';
import { removeUnusedFiles } from '#app/features/files/remove-unused-files.server.ts';
import { db } from '#app/platform/db.server.ts';
import { listDeletion } from '#app/platform/deletions.server.ts';
import { forgetJobs } from '#app/platform/queue.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { deleteWork } from './delete-work.server.ts';
import { listQueuedWork } from './list-queued-work.server.ts';

/**
 * Deletes all that a person made in one class: rows, then jobs and files. `also` is done in the same transaction.
 * Says how many requests for pictures and files there were.
 */
export async function deleteWorkWithFiles(
  { userId, classId }: { userId: string; classId: string },
  also?: (transaction: Prisma.TransactionClient) => Promise<unknown>,
): Promise<{ generations: number; files: number }> {
  const whose = { userId, classId };
  const { files, queued } = await db.$transaction(async (transaction) => {
    const found = {
      files: await listFiles(whose, transaction),
      queued: await listQueuedWork(whose, transaction),
    };
    await deleteWork(transaction, whose);
    await also?.(transaction);
    return found;
  });
  await listDeletion({ what: 'work', userId, classId });
  await forgetJobs(queued);
  await removeUnusedFiles(files);
  return { generations: queued.pictures.length, files: files.length };
}
