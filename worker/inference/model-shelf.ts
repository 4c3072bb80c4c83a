import { EngineError } from '#worker/engine/contract/errors.ts';
import type { Model } from '#worker/engine/engine.ts';

/** Two models make a comparison; a third one takes the place of the one that was used longest ago. */
const KEPT = 2;
const MODEL_ID = /^[a-z0-9][a-z0-9._-]*$/i;

export interface ModelShelf {
  /**
   * The model of an id, loaded at first use. A load that failed is tried again at the next picture, so a
   * mended folder needs no restart. Throws EngineError.
   */
  take(modelId: string): Promise<Model>;
}

/** Keeps the models that were used last in memory. */
export function createModelShelf(load: (modelId: string) => Promise<Model>): ModelShelf {
  const kept = new Map<string, Model>();
  return {
    async take(modelId) {
      if (!MODEL_ID.test(modelId))
        throw new EngineError('model-missing', `There is no model "${modelId}".`, 'modelId');
      const model = kept.get(modelId) ?? (await load(modelId));
      kept.delete(modelId);
      kept.set(modelId, model);
      for (const [id, old] of kept) {
        if (kept.size <= KEPT) break;
        kept.delete(id);
        await old.close();
      }
      return model;
    },
  };
}
