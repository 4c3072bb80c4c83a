import { findGenerationStatuses } from '#app/features/pictures/find-generation-statuses.server.ts';
import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { conceptsFor } from './concept-access.server.ts';
import { readConceptLosses } from './concept-losses.ts';
import type { ConceptKind } from './concept-record.ts';
import { findOwnPictures } from './find-own-pictures.server.ts';

export type ConceptPage = NonNullable<Awaited<ReturnType<typeof findConcept>>>;

interface FindConceptOptions {
  viewerId: string;
  conceptId: string;
}

/**
 * A word or style with its training, for its page; null where this person may not see it. Pictures to learn from
 * are its maker's and the teacher's to see: they may have been uploaded.
 */
export async function findConcept({ viewerId, conceptId }: FindConceptOptions) {
  const concept = await db.concept.findFirst({
    where: { AND: [{ id: conceptId }, conceptsFor(viewerId)] },
    include: {
      user: { select: { displayName: true } },
      pictures: {
        where: { picture: { state: 'approved' } },
        orderBy: [{ position: 'asc' }, { pictureId: 'asc' }],
        select: { pictureId: true, caption: true, picture: { select: { alt: true } } },
      },
      samples: {
        where: { state: { not: 'cancelled' } },
        orderBy: [{ conceptStep: 'asc' }, { createdAt: 'asc' }],
        select: { id: true, conceptStep: true, createdAt: true },
      },
    },
  });
  if (!concept) return null;
  const isOwn = concept.userId === viewerId;
  const teaches = await db.class.count({
    where: { AND: [{ id: concept.classId }, taughtBy(viewerId)] },
  });
  const seesAll = isOwn || teaches > 0;
  // A new training begins its samples anew; those of the one before stay in the log.
  const since = concept.startedAt ?? new Date();
  const samples = seesAll ? concept.samples.filter(({ createdAt }) => createdAt >= since) : [];
  const { id, name, kind, state, step, steps, trainedMs, failure, modelId, startWord } = concept;
  return {
    id,
    name,
    kind: kind as ConceptKind,
    state,
    step,
    steps,
    failure,
    modelId,
    startWord,
    stopsEarly: concept.stopsEarly,
    isOwn,
    canShare: teaches > 0,
    isShared: concept.sharedAt !== null,
    isUsable: concept.fileSha256 !== null,
    makerName: concept.user.displayName,
    msLeft: step > 0 ? Math.round(((steps - step) * trainedMs) / step) : null,
    losses: readConceptLosses(concept.losses),
    pictures: seesAll
      ? concept.pictures.map(({ pictureId, caption, picture }) => ({
          id: pictureId,
          caption,
          alt: picture.alt,
        }))
      : [],
    choices: isOwn ? await findOwnPictures({ userId: viewerId, classId: concept.classId }) : [],
    samples: samples.map((sample) => ({ id: sample.id, step: sample.conceptStep ?? 0 })),
    statuses: await findGenerationStatuses({ viewerId, ids: samples.map((sample) => sample.id) }),
  };
}
