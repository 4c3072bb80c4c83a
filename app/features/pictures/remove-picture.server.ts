import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { db } from '#app/platform/db.server.ts';

interface RemovePictureOptions {
  userId: string;
  pictureId: string;
}

/**
 * Takes a picture of one's own out of every gallery. The record of the class keeps it for the teacher, as it
 * keeps every generation. False where it is not theirs to remove.
 */
export async function removePicture(options: RemovePictureOptions): Promise<boolean> {
  const { userId, pictureId } = options;
  return db.$transaction(async (tx) => {
    const [removed] = await tx.picture.updateManyAndReturn({
      where: { id: pictureId, state: 'approved', generation: { userId } },
      data: { state: 'removed' },
      select: { generation: { select: { classId: true } } },
    });
    if (!removed) return false;
    await writeAuditEntry(tx, {
      actorId: userId,
      classId: removed.generation.classId,
      action: 'picture.removed',
      subject: pictureId,
    });
    return true;
  });
}
