import { db } from '#app/platform/db.server.ts';
import { printGalleryCursor } from '#app/features/pictures/gallery-cursor.ts';
import type { GalleryCursor } from '#app/features/pictures/gallery-cursor.ts';

interface ListOptions {
  userId: string;
  classId: string;
  after: GalleryCursor | undefined;
  take: number;
}

/** A page of the log of one's own generations in a class, newest first. A held picture's content is not named. */
export async function listLog({ userId, classId, after, take }: ListOptions) {
  const rows = await db.generation.findMany({
    where: {
      userId,
      classId,
      ...(after && {
        createdAt: { lte: after.createdAt },
        OR: [{ createdAt: { lt: after.createdAt } }, { id: { lt: after.generationId } }],
      }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: take + 1,
    include: { pictures: { where: { state: 'approved' }, select: { sha256: true }, take: 1 } },
  });
  const page = rows.slice(0, take);
  const last = page.at(-1);
  return {
    items: page.map(({ id, lessonSlug, seed, pictures, ...row }) => ({
      ...row,
      generationId: id,
      lesson: lessonSlug,
      seed: String(seed),
      pictureSha256: pictures[0]?.sha256 ?? null,
    })),
    next:
      rows.length > take && last
        ? printGalleryCursor({ createdAt: last.createdAt, generationId: last.id })
        : null,
  };
}
