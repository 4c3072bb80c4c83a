import { open } from 'node:fs/promises';
import { EngineError } from '#worker/engine/contract/errors.ts';

/** A picture of 16 megapixels with 16 bits a channel, not packed. */
const MOST_BYTES = 128 * 1024 * 1024;

/**
 * Reads a file that the command was given.
 *
 * @param field the option or file, for the error
 * @throws EngineError `bad-request` where it is missing, no plain file, or over 128 MB
 */
export async function readInputFile(file: string, field: string): Promise<Buffer> {
  const refuse = (message: string, cause?: unknown): never => {
    const error = new EngineError('bad-request', message, field);
    error.cause = cause;
    throw error;
  };
  const handle = await open(file).catch((cause: unknown) =>
    refuse(`${file} can’t be read.`, cause),
  );
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) refuse(`${file} is not a file.`);
    if (stats.size > MOST_BYTES) refuse(`${file} is too large. A picture may have 128 MB.`);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}
