import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { env } from '#app/platform/env.server.ts';
import { PART_NAMES } from '#worker/engine/control/annotators/part-names.ts';
import type { PartName } from '#worker/engine/control/annotators/part-names.ts';

const configSchema = z.object({ outputs: z.array(z.string()) });

/**
 * The model that takes pictures apart: its folder, and the parts that it finds. None without it, or where its
 * config makes no sense: then the rest of the page is there all the same.
 */
export async function findDecomposer(): Promise<{ folder: string; parts: PartName[] }> {
  const folder = path.join(env().EASEL_MODELS_DIR, 'annotators', 'decomposer');
  const outputs = await readOutputs(path.join(folder, 'config.json'));
  return { folder, parts: PART_NAMES.filter((name) => outputs.includes(name)) };
}

async function readOutputs(file: string): Promise<string[]> {
  try {
    return configSchema.parse(JSON.parse(await readFile(file, 'utf8'))).outputs;
  } catch {
    return [];
  }
}
