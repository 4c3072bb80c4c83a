import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { EngineError } from '#worker/engine/contract/errors.ts';

/**
 * Reads a JSON file of cases.
 *
 * @throws EngineError `bad-request` naming the file and what in it is wrong.
 */
export async function readCases<T extends z.ZodTypeAny>(
  file: string,
  schema: T,
): Promise<z.output<T>> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    const error = new EngineError('bad-request', 'This is not a JSON file that can be read.', file);
    error.cause = cause;
    throw error;
  }
  const result = schema.safeParse(json);
  if (result.success) return result.data as z.output<T>;
  const { path, message } = result.error.issues[0]!;
  throw new EngineError('bad-request', `${path.join('.')}: ${message}`, file);
}
