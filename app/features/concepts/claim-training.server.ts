import { db } from '#app/platform/db.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { tellConcept } from './tell-concept.server.ts';

const WITH_PICTURES = {
  pictures: {
    where: { picture: { state: 'approved' } },
    orderBy: [{ position: 'asc' }, { pictureId: 'asc' }],
    select: { caption: true, picture: { select: { sha256: true } } },
  },
} satisfies Prisma.ConceptInclude;

/** A training as the worker takes it: with its pictures that are approved, in their order. */
export type ClaimedTraining = Prisma.ConceptGetPayload<{ include: typeof WITH_PICTURES }>;

/**
 * Takes a training for one more attempt, or returns null where it is over or stopped. Only the newest attempt can
 * save what it learns, so a worker that was taken for dead and comes back changes nothing.
 */
export async function claimTraining(conceptId: string): Promise<ClaimedTraining | null> {
  const { count } = await db.concept.updateMany({
    where: { id: conceptId, state: { in: ['waiting', 'training'] } },
    data: { state: 'training', attempt: { increment: 1 } },
  });
  if (count === 0) return null;
  const concept = await db.concept.findUnique({ where: { id: conceptId }, include: WITH_PICTURES });
  if (concept) await tellConcept(concept);
  return concept;
}
