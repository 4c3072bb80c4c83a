import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';

const MOST_SHOWN = 60;

/** What waits for a teacher's word in a class, the oldest first. */
export function listRequests(options: { teacherId: string; classId: string }) {
  const { teacherId, classId } = options;
  return db.galleryRequest.findMany({
    where: { decidedAt: null, generation: { class: { id: classId, ...taughtBy(teacherId) } } },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
    take: MOST_SHOWN,
    select,
  });
}

/** How much waits there, collections counted too. */
export async function countRequests({ classId }: { classId: string }): Promise<number> {
  const [pictures, collections] = await Promise.all([
    db.galleryRequest.count({ where: { decidedAt: null, generation: { classId } } }),
    db.collection.count({ where: { classId, askedShelf: { not: null } } }),
  ]);
  return pictures + collections;
}

const select = {
  id: true,
  shelf: true,
  generation: {
    select: {
      prompt: true,
      state: true,
      user: { select: { displayName: true } },
      pictures: { select: { id: true, alt: true, widthPx: true, heightPx: true, state: true } },
    },
  },
} satisfies Prisma.GalleryRequestSelect;

export type WaitingRequest = Prisma.GalleryRequestGetPayload<{ select: typeof select }>;
