import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { conceptsFor } from './concept-access.server.ts';
import type { ConceptKind } from './concept-record.ts';

export type ConceptSummary = Awaited<ReturnType<typeof findConcepts>>[number];

/** The words and styles of a class that this person may see: their own first, then by name. */
export async function findConcepts(options: { viewerId: string; classId: string }) {
  const { viewerId, classId } = options;
  const concepts = await db.concept.findMany({
    where: { AND: [{ classId }, conceptsFor(viewerId)] },
    orderBy: [{ name: 'asc' }],
    include: {
      user: { select: { displayName: true } },
      _count: { select: { pictures: true } },
      samples: {
        where: { pictures: { some: { state: 'approved' } } },
        orderBy: { createdAt: 'desc' },
        take: 1,
        select: {
          pictures: { where: { state: 'approved' }, select: { id: true, alt: true }, take: 1 },
        },
      },
    },
  });
  const taught = await db.class.count({ where: { AND: [{ id: classId }, taughtBy(viewerId)] } });
  return concepts
    .map((concept) => ({
      id: concept.id,
      name: concept.name,
      kind: concept.kind as ConceptKind,
      state: concept.state,
      isOwn: concept.userId === viewerId,
      isShared: concept.sharedAt !== null,
      makerName: concept.user.displayName,
      pictures: concept._count.pictures,
      picture:
        concept.userId === viewerId || taught > 0
          ? (concept.samples[0]?.pictures[0] ?? null)
          : null,
    }))
    .sort((a, b) => Number(b.isOwn) - Number(a.isOwn));
}
