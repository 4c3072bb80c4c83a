import {
  unstable_createMemoryUploadHandler as createMemoryUploadHandler,
  unstable_parseMultipartFormData as parseMultipartFormData,
  MaxPartSizeExceededError,
} from '@remix-run/node';
import { UserError } from '#app/platform/user-error.ts';
import { MOST_UPLOAD_BYTES } from './read-upload.server.ts';

/** What a form adds around its file. */
const FORM_BYTES = 64 * 1024;
const TOO_LARGE = 'This file is too large. A picture may have 12 MB.';

/**
 * The bytes of the file `picture` in a multipart form; they stay in memory. A body that does not say its size, or
 * says too large a one, is not read at all. Throws a UserError where there is no file or it is over 12 MB.
 */
export async function takePictureFile(request: Request): Promise<Uint8Array> {
  const bodyBytes = Number(request.headers.get('Content-Length') ?? Infinity);
  if (!(bodyBytes <= MOST_UPLOAD_BYTES + FORM_BYTES))
    throw new UserError(TOO_LARGE, { status: 413 });
  const keepSmall = createMemoryUploadHandler({ maxPartSize: MOST_UPLOAD_BYTES });
  try {
    const file = (await parseMultipartFormData(request, keepSmall)).get('picture');
    if (file instanceof File && file.size > 0) return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    if (!(error instanceof MaxPartSizeExceededError)) throw error;
    throw new UserError(TOO_LARGE, { status: 413 });
  }
  throw new UserError('Choose a picture first.');
}
