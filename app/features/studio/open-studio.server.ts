import { UserError } from '#app/platform/user-error.ts';
import { findCurrentClass } from '#app/features/classes/find-current-class.server.ts';
import { findStudentLimits } from '#app/features/limits/find-student-limits.server.ts';
import { findLastPictures } from '#app/features/pictures/find-last-pictures.server.ts';
import { findDecomposer } from '#app/features/parts/find-decomposer.server.ts';
import type { PartName } from '#worker/engine/control/annotators/part-names.ts';
import { draftGuided } from './draft-guided.server.ts';
import { emptyDraft } from './draft.ts';
import { findModels } from './find-models.server.ts';
import { findQuickModels } from './find-quick-models.server.ts';
import { findStart } from './find-start.server.ts';
import { findStudioGenerations } from './find-studio-generations.server.ts';
import { findStudioView } from './find-studio-view.server.ts';

interface OpenStudioOptions {
  userId: string;
  /** The picture whose settings the form begins with. */
  from?: string | undefined;
  /** The picture that is drawn on from. */
  start?: string | undefined;
  /** The picture whose layout is taken, and what of it. */
  layout?: { pictureId: string; part: PartName } | undefined;
}

const PICTURES_TO_CHOOSE_FROM = 12;

/** What the studio's page shows. Throws a UserError where there is no model to draw with. */
export async function openStudio({ userId, from, start, layout }: OpenStudioOptions) {
  const pictureId = start ?? from;
  const currentClass = await findCurrentClass({ userId });
  const [models, generations, found, pictures, view, quickModels, limits, { parts }] =
    await Promise.all([
      findModels(),
      findStudioGenerations({ userId }),
      pictureId === undefined ? null : findStart({ viewerId: userId, pictureId }),
      findLastPictures({ userId, take: PICTURES_TO_CHOOSE_FROM }),
      findStudioView({ userId }),
      findQuickModels(),
      currentClass && findStudentLimits({ userId, classId: currentClass.id }),
      findDecomposer(),
    ]);
  // The form begins with a model that the class uses.
  const model = models.find(({ id }) => limits?.modelIds?.includes(id) ?? true) ?? models[0];
  if (!model) {
    throw new UserError('The models folder holds no model, so nothing can be drawn yet.', {
      status: 503,
    });
  }
  const drawsOn = start !== undefined && found !== null;
  const guided = layout && (await draftGuided({ viewerId: userId, models, ...layout }));
  return {
    userId,
    models,
    generations,
    quickModels: limits && limits.left !== null ? [] : quickModels,
    limits,
    pictures: pictures.map(({ id, alt }) => ({ id, alt })),
    parts,
    view: drawsOn || guided ? ('everything' as const) : view,
    start: drawsOn
      ? { ...found, startPictureId: start, mask: '', seed: '' }
      : (guided ?? found ?? emptyDraft(model)),
    startedFrom: guided
      ? `layout=${layout.pictureId} ${layout.part}`
      : found
        ? `${drawsOn ? 'start' : 'from'}=${pictureId}`
        : undefined,
  };
}
