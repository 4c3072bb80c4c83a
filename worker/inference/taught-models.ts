import type { Model } from '#worker/engine/engine.ts';
import { teachModel } from '#worker/engine/runtime/teach-model.ts';
import type { WordFile } from '#worker/engine/runtime/teach-model.ts';
import type { SessionOptions } from '#worker/engine/runtime/session.ts';

/** A class of students with a word of their own each, who take turns. */
const KEPT = 16;

interface Taught {
  model: Promise<Model>;
  users: number;
}

/** Keeps the text encoders that know learned words, for as long as the model that they belong to. */
export class TaughtModels {
  readonly #byModel = new WeakMap<Model, Map<string, Taught>>();
  readonly #options: SessionOptions;

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  /** Works with a model that knows these words. @throws EngineError where one does not fit it */
  async use<T>(
    base: Model,
    dir: string,
    words: readonly WordFile[],
    work: (model: Model) => Promise<T>,
  ): Promise<T> {
    if (words.length === 0) return work(base);
    const kept = this.#byModel.get(base) ?? new Map<string, Taught>();
    this.#byModel.set(base, kept);
    const key = words.map(({ name, file }) => `${name} ${file}`).join('\n');
    const entry = kept.get(key) ?? { model: teachModel(base, dir, words, this.#options), users: 0 };
    kept.delete(key);
    kept.set(key, entry);
    entry.users++;
    try {
      const model = await entry.model.catch((error: unknown) => {
        kept.delete(key);
        throw error;
      });
      return await work(model);
    } finally {
      entry.users--;
      await closeSpare(kept);
    }
  }
}

async function closeSpare(kept: Map<string, Taught>): Promise<void> {
  const spare = [...kept].filter(([, { users }]) => users === 0);
  for (const [key, { model }] of spare.slice(0, Math.max(kept.size - KEPT, 0))) {
    kept.delete(key);
    await (await model).close();
  }
}
