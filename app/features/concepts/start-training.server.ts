import { openTo } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { enqueueTraining } from './enqueue-training.server.ts';
import { tellConcept } from './tell-concept.server.ts';
import {
  LEAST_PICTURES,
  MOST_PICTURES,
  TOO_LONG_TIMES,
  TRAINING_SETTINGS,
} from './training-settings.ts';
import type { ConceptKind } from './concept-record.ts';

interface StartTrainingOptions {
  user: { id: string };
  conceptId: string;
  /** The example of a training that does not know when to stop. */
  tooLong: boolean;
}

/**
 * Puts a training in the queue, from its beginning. Throws a UserError where there are too few or too many
 * pictures, or a style's lack their captions; 404 where it is not this person's.
 */
export async function startTraining(options: StartTrainingOptions): Promise<void> {
  const { user, conceptId, tooLong } = options;
  const concept = await db.concept.findFirst({
    where: { id: conceptId, userId: user.id, class: openTo(user.id) },
    include: { pictures: { where: { picture: { state: 'approved' } } } },
  });
  if (!concept) throw new Response(null, { status: 404 });
  const { pictures } = concept;
  if (pictures.length < LEAST_PICTURES || pictures.length > MOST_PICTURES)
    throw new UserError(`Add ${LEAST_PICTURES} to ${MOST_PICTURES} pictures first.`);
  if (concept.kind === 'style' && pictures.some(({ caption }) => !caption))
    throw new UserError('Say of each picture what it shows: then the style is what is left.');
  const usual = TRAINING_SETTINGS[concept.kind as ConceptKind].steps;
  const started = await db.concept.updateManyAndReturn({
    where: { id: conceptId, userId: user.id, state: { notIn: ['waiting', 'training'] } },
    data: {
      state: 'waiting',
      step: 0,
      losses: {},
      trainedMs: 0,
      failure: null,
      checkpointSha256: null,
      fileSha256: null,
      stopsEarly: !tooLong,
      steps: tooLong ? usual * TOO_LONG_TIMES : usual,
      queuedAt: new Date(),
      startedAt: new Date(),
    },
    select: { id: true, classId: true, userId: true },
  });
  for (const row of started) {
    await enqueueTraining(row.id);
    await tellConcept(row);
  }
}
