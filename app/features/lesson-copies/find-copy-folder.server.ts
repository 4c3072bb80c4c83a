import { db } from '#app/platform/db.server.ts';

/**
 * The folder whose pictures a teacher's lesson shows, for whoever wrote it and for the members of classes that have
 * it; null for others.
 */
export async function findCopyFolder(options: {
  copyId: string;
  userId: string;
}): Promise<string | null> {
  const { copyId, userId } = options;
  const inClass = { class: { memberships: { some: { userId, removedAt: null } } } };
  const copy = await db.lessonCopy.findFirst({
    where: {
      id: copyId,
      OR: [{ teacherId: userId }, { versions: { some: { classes: { some: inClass } } } }],
    },
    select: { folder: true },
  });
  return copy?.folder ?? null;
}
