import { access, readdir } from 'node:fs/promises';
import path from 'node:path';
import { env } from '#app/platform/env.server.ts';

/** The first model that enlarges pictures, by name: a folder in `upscalers` with a `model.onnx`; or null. */
export async function findUpscaler(): Promise<string | null> {
  const folder = path.join(env().EASEL_MODELS_DIR, 'upscalers');
  const names = await readdir(folder).catch(() => []);
  for (const name of names.sort()) {
    const isThere = await access(path.join(folder, name, 'model.onnx')).then(
      () => true,
      () => false,
    );
    if (isThere) return name;
  }
  return null;
}
