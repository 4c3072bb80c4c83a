import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';

export type AskedCollection = Awaited<ReturnType<typeof listAskedCollections>>[number];

/** The collections of a class that wait for its teacher's word, the oldest first. */
export async function listAskedCollections(options: { teacherId: string; classId: string }) {
  const { teacherId, classId } = options;
  const collections = await db.collection.findMany({
    where: { askedShelf: { not: null }, class: { id: classId, ...taughtBy(teacherId) } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, askedShelf: true, owner: { select: { displayName: true } } },
  });
  return collections.map(({ id, name, askedShelf, owner }) => ({
    id,
    name,
    askedShelf,
    madeBy: owner.displayName,
  }));
}
