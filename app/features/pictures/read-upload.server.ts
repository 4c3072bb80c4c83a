import { UserError } from '#app/platform/user-error.ts';
import { EngineError } from '#worker/engine/contract/errors.ts';
import type { RgbImage } from '#worker/engine/contract/request.ts';
import { decodeImage } from '#worker/engine/image/image-file.ts';

/** A phone's photograph is smaller. */
export const MOST_UPLOAD_BYTES = 12 * 1024 * 1024;

/**
 * Reads an uploaded picture: a still PNG, JPEG or WebP, by its content whatever its name. What comes back is
 * pixels alone (8-bit RGB, upright), so nothing else of the file, such as where it was taken, is ever kept;
 * `encodePng` makes a file of them.
 *
 * @param field the form's field, for the error
 * @throws UserError with a sentence: over 12 MB, over 16 megapixels, no such picture, animated, or damaged
 */
export async function readUpload(bytes: Uint8Array, field = 'picture'): Promise<RgbImage> {
  if (bytes.length > MOST_UPLOAD_BYTES) {
    throw new UserError('This file is too large. A picture may have 12 MB.', {
      field,
      status: 413,
    });
  }
  try {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    return await decodeImage(file, field);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw new UserError(error.message, { field });
  }
}
