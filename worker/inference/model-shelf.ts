import { EngineError } from '#worker/engine/contract/errors.ts';
import type { Model } from '#worker/engine/engine.ts';

/** Two models make a comparison; a third one takes the place of the one that was used longest ago. */
const KEPT = 2;
const MODEL_ID = /^[a-z0-9][a-z0-9._-]*$/i;

export interface ModelShelf {
  /**
   * Works with the model of an id, loaded at first use. A load that failed is tried again at the next
   * picture, so a mended folder needs no restart. Throws EngineError.
   */
  use<T>(modelId: string, work: (model: Model) => Promise<T>): Promise<T>;
}

interface KeptModel {
  model: Promise<Model>;
  users: number;
}

/** Keeps the models that were used last in memory; none is closed while a picture is made with it. */
export function createModelShelf(load: (modelId: string) => Promise<Model>): ModelShelf {
  const kept = new Map<string, KeptModel>();

  async function closeSpare(): Promise<void> {
    const spare = [...kept].filter(([, { users }]) => users === 0);
    for (const [id, { model }] of spare.slice(0, Math.max(kept.size - KEPT, 0))) {
      kept.delete(id);
      await (await model).close();
    }
  }

  return {
    async use(modelId, work) {
      if (!MODEL_ID.test(modelId))
        throw new EngineError('model-missing', `There is no model "${modelId}".`, 'modelId');
      const entry = kept.get(modelId) ?? { model: load(modelId), users: 0 };
      kept.delete(modelId);
      kept.set(modelId, entry);
      entry.users++;
      try {
        const model = await entry.model.catch((error: unknown) => {
          if (kept.get(modelId) === entry) kept.delete(modelId);
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
