import { UserError } from '#app/platform/user-error.ts';
import { emptyDraft } from './draft.ts';
import { findModels } from './find-models.server.ts';
import { findStart } from './find-start.server.ts';
import { findStudioGenerations } from './find-studio-generations.server.ts';

interface OpenStudioOptions {
  userId: string;
  /** The picture whose settings the form begins with. */
  from?: string | undefined;
}

/** What the studio's page shows. Throws a UserError where there is no model to draw with. */
export async function openStudio({ userId, from }: OpenStudioOptions) {
  const [models, generations, start] = await Promise.all([
    findModels(),
    findStudioGenerations({ userId }),
    from === undefined ? null : findStart({ viewerId: userId, pictureId: from }),
  ]);
  const [model] = models;
  if (!model) {
    throw new UserError('The models folder holds no model, so nothing can be drawn yet.', {
      status: 503,
    });
  }
  return {
    userId,
    models,
    generations,
    start: start ?? emptyDraft(model),
    startedFrom: start ? from : undefined,
  };
}
