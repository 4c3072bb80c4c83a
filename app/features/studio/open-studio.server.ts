import { UserError } from '#app/platform/user-error.ts';
import { findCurrentClass } from '#app/features/classes/find-current-class.server.ts';
import { usesModel } from '#app/features/limits/class-limits.ts';
import { findStudentLimits } from '#app/features/limits/find-student-limits.server.ts';
import { findLastPictures } from '#app/features/pictures/find-last-pictures.server.ts';
import { findDecomposer } from '#app/features/parts/find-decomposer.server.ts';
import { beginDraft } from './begin-draft.server.ts';
import type { BeginDraftOptions } from './begin-draft.server.ts';
import { findModels } from './find-models.server.ts';
import { findQuickModels } from './find-quick-models.server.ts';
import { findStudioGenerations } from './find-studio-generations.server.ts';
import { findStudioView } from './find-studio-view.server.ts';
import { largerView, viewOf } from './studio-view.ts';

type OpenStudioOptions = Omit<BeginDraftOptions, 'models' | 'model'>;

const PICTURES_TO_CHOOSE_FROM = 12;

/** What the studio's page shows. Throws a UserError where there is no model to draw with. */
export async function openStudio({ userId, ...named }: OpenStudioOptions) {
  const currentClass = await findCurrentClass({ userId });
  const [models, generations, pictures, view, quickModels, limits, { parts }] = await Promise.all([
    findModels(),
    findStudioGenerations({ userId }),
    findLastPictures({ userId, take: PICTURES_TO_CHOOSE_FROM }),
    findStudioView({ userId }),
    findQuickModels(),
    currentClass && findStudentLimits({ userId, classId: currentClass.id }),
    findDecomposer(),
  ]);
  // The form begins with a model that the class uses.
  const model = models.find(({ id }) => usesModel(limits, id)) ?? models[0];
  if (!model) {
    throw new UserError('The models folder holds no model, so nothing can be drawn yet.', {
      status: 503,
    });
  }
  const beginning = await beginDraft({ userId, models, model, ...named });
  return {
    userId,
    models,
    generations,
    quickModels: limits && limits.left !== null ? [] : quickModels,
    limits,
    pictures: pictures.map(({ id, alt }) => ({ id, alt })),
    parts,
    view: largerView(view, viewOf(beginning.draft)),
    start: beginning.draft,
    startedFrom: beginning.startedFrom,
  };
}
