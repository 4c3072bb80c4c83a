import { EngineError } from '#worker/engine/contract/errors.ts';
import type { LoraChoice, Model } from '#worker/engine/engine.ts';

/** Two models make a comparison; a third one takes the place of the one that was used longest ago. */
const KEPT = 2;
const MODEL_ID = /^[a-z0-9][a-z0-9._-]*$/i;

export interface ModelShelf {
  /**
   * Works with the model of an id, loaded at first use, or with a copy of it that LoRAs have changed. A load
   * that failed is tried again at the next picture, so a mended folder needs no restart. Throws EngineError.
   */
  use<T>(
    modelId: string,
    work: (model: Model) => Promise<T>,
    loras?: readonly LoraChoice[],
  ): Promise<T>;
}

interface KeptModel {
  model: Promise<Model>;
  users: number;
}

/** Keeps the models that were used last in memory; none is closed while a picture is made with it. */
export function createModelShelf(
  load: (modelId: string, loras: readonly LoraChoice[]) => Promise<Model>,
): ModelShelf {
  const kept = new Map<string, KeptModel>();

  async function closeSpare(): Promise<void> {
    const spare = [...kept].filter(([, { users }]) => users === 0);
    for (const [id, { model }] of spare.slice(0, Math.max(kept.size - KEPT, 0))) {
      kept.delete(id);
      await (await model).close();
    }
  }

  return {
    async use(modelId, work, loras = []) {
      if (!MODEL_ID.test(modelId))
        throw new EngineError('model-missing', `There is no model "${modelId}".`, 'modelId');
      const key = [modelId, ...loras.map(({ file, strength }) => `${strength} ${file}`)].join('\n');
      const entry = kept.get(key) ?? { model: load(modelId, loras), users: 0 };
      kept.delete(key);
      kept.set(key, entry);
      entry.users++;
      try {
        const model = await entry.model.catch((error: unknown) => {
          if (kept.get(key) === entry) kept.delete(key);
          throw error;
        });
        await closeSpare();
        return await work(model);
      } finally {
        entry.users--;
        await closeSpare();
      }
    },
  };
}
