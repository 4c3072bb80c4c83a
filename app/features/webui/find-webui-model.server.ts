import type { ApiViewer } from '#app/features/api-tokens/find-api-viewer.server.ts';
import { findModels } from '#app/features/studio/find-models.server.ts';
import type { StudioModel } from '#app/features/studio/find-models.server.ts';
import { UserError } from '#app/platform/user-error.ts';

/**
 * The model that a WebUI client means: the one of this request, the one that it chose by its options, or the
 * first. Throws a UserError for a name that is none here.
 */
export async function findWebuiModel(
  viewer: Pick<ApiViewer, 'webuiModelId'>,
  name?: unknown,
): Promise<StudioModel> {
  const models = await findModels();
  const first = models[0];
  if (!first) throw new UserError('There is no model here.', { status: 503 });
  if (typeof name !== 'string' || name === '')
    return models.find(({ id }) => id === viewer.webuiModelId) ?? first;
  const model = models.find((each) => [each.id, each.name].includes(name.trim()));
  if (!model) throw new UserError(`Model not found: ${name}`, { status: 404 });
  return model;
}
