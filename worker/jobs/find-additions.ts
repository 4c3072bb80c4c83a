import path from 'node:path';
import { readConcepts } from '#app/features/concepts/concept-record.ts';
import { env } from '#app/platform/env.server.ts';
import { storedFilePath } from '#app/platform/storage.server.ts';
import { findLoras } from '#worker/engine/engine.ts';
import type { ModelAdditions } from '#worker/inference/messages.ts';
import type { Generation } from '#prisma/generated/client.ts';

/**
 * What a generation's prompt adds to its model: the LoRAs that it names, from the model's folder, and the words
 * and styles of students. Throws EngineError naming a LoRA that is not there.
 */
export async function findAdditions({
  modelId,
  prompt,
  concepts,
}: Pick<Generation, 'modelId' | 'prompt' | 'concepts'>): Promise<ModelAdditions> {
  const loras = await findLoras(path.join(env().EASEL_MODELS_DIR, modelId), prompt);
  const taught = readConcepts(concepts).map(({ sha256, ...concept }) => ({
    ...concept,
    file: storedFilePath(sha256),
  }));
  const styles = taught.filter(({ kind }) => kind === 'style');
  return {
    loras: [...loras, ...styles.map(({ name, file, strength }) => ({ name, file, strength }))],
    words: taught.filter(({ kind }) => kind === 'word').map(({ name, file }) => ({ name, file })),
  };
}
