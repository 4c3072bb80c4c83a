import path from 'node:path';
import { env } from '#app/platform/env.server.ts';
import { findLoras } from '#worker/engine/engine.ts';
import type { ModelAdditions } from '#worker/inference/messages.ts';
import type { Generation } from '#prisma/generated/client.ts';

/**
 * What a generation's prompt adds to its model: the LoRAs that it names, from the model's folder.
 * Throws EngineError naming one that is not there.
 */
export async function findAdditions({
  modelId,
  prompt,
}: Pick<Generation, 'modelId' | 'prompt'>): Promise<ModelAdditions> {
  return { loras: await findLoras(path.join(env().EASEL_MODELS_DIR, modelId), prompt), words: [] };
}
