import { access } from 'node:fs/promises';
import path from 'node:path';
import { env } from '#app/platform/env.server.ts';

/** The folder of the model that takes pictures apart, or null where this computer has none. */
export async function findDecomposer(): Promise<string | null> {
  const folder = path.join(env().EASEL_MODELS_DIR, 'annotators', 'decomposer');
  return access(path.join(folder, 'config.json')).then(
    () => folder,
    () => null,
  );
}
