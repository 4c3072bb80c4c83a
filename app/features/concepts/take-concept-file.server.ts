import {
  unstable_createMemoryUploadHandler as createMemoryUploadHandler,
  unstable_parseMultipartFormData as parseMultipartFormData,
} from '@remix-run/node';
import { MOST_FILE_BYTES } from './import-form.ts';

/** What a form adds around its file. */
const FORM_BYTES = 64 * 1024;

/**
 * The fields of a multipart form with a file. A body that does not say its size, or says too large a one, is not
 * read at all: a 413 response is thrown.
 */
export async function takeConceptFile(request: Request): Promise<FormData> {
  const bodyBytes = Number(request.headers.get('Content-Length') ?? Infinity);
  if (!(bodyBytes <= MOST_FILE_BYTES + FORM_BYTES)) throw new Response(null, { status: 413 });
  const inMemory = createMemoryUploadHandler({ maxPartSize: MOST_FILE_BYTES + FORM_BYTES });
  return parseMultipartFormData(request, inMemory);
}
