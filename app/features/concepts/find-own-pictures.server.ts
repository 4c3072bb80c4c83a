import { db } from '#app/platform/db.server.ts';

const MOST = 40;

/** A person's own pictures of a class that the gate let pass, uploads among them, newest first. */
export async function findOwnPictures(options: {
  userId: string;
  classId: string;
}): Promise<{ id: string; alt: string }[]> {
  const { userId, classId } = options;
  return db.picture.findMany({
    where: { state: 'approved', generation: { userId, classId, isLive: false } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST,
    select: { id: true, alt: true },
  });
}
