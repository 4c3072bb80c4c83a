import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { EngineError } from '#worker/engine/contract/errors.ts';
import { sizeOf, sumFile } from './file-sum.ts';
import { isWanted } from './hub-files.ts';

/** `model-files.json`: what a model folder held when it was put there. */
const recordSchema = z.object({
  source: z.string(),
  files: z.array(
    z.object({
      path: z.string().refine((file) => isWanted(file) || file === 'easel.json'),
      sizeBytes: z.number().int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});
export type ModelRecord = z.infer<typeof recordSchema>;

const RECORD_FILE = 'model-files.json';

/** Writes down the sizes and sums of a model folder's files, so that `verify` can check them. */
export async function writeRecord(dir: string, source: string, files: string[]): Promise<void> {
  const record: ModelRecord = { source, files: [] };
  for (const file of files.toSorted()) {
    const place = path.join(dir, file);
    const sizeBytes = (await sizeOf(place)) ?? 0;
    record.files.push({ path: file, sizeBytes, sha256: await sumFile(place, 'sha256') });
  }
  await writeFile(path.join(dir, RECORD_FILE), `${JSON.stringify(record, null, 2)}\n`);
}

/**
 * Names the files of a model folder that are missing or not as they were when it was put there;
 * undefined where no record was made.
 *
 * @throws EngineError `bad-model` where the record itself is damaged
 */
export async function findDamage(dir: string): Promise<string[] | undefined> {
  const text = await readFile(path.join(dir, RECORD_FILE), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const damaged: string[] = [];
  for (const { path: file, sizeBytes, sha256 } of parseRecord(text).files) {
    const place = path.join(dir, file);
    const isWhole =
      (await sizeOf(place)) === sizeBytes && (await sumFile(place, 'sha256')) === sha256;
    if (!isWhole) damaged.push(file);
  }
  return damaged;
}

function parseRecord(text: string): ModelRecord {
  try {
    return recordSchema.parse(JSON.parse(text));
  } catch (cause) {
    const message = `${RECORD_FILE} is damaged, so the model can't be checked.`;
    const error = new EngineError('bad-model', message, RECORD_FILE);
    error.cause = cause;
    throw error;
  }
}
