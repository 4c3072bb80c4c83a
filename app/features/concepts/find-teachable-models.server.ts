import { findModels } from '#app/features/studio/find-models.server.ts';

/** The models that can be taught, and the things that each of them can draw. */
export async function findTeachableModels() {
  const models = await findModels();
  return models
    .filter(({ canLearn }) => canLearn)
    .map(({ id, name, words }) => ({
      id,
      name,
      subjects: words?.slots.find((slot) => slot.name === 'Subject')?.words ?? [],
    }));
}
