import {
  data,
  unstable_createMemoryUploadHandler as createMemoryUploadHandler,
  unstable_parseMultipartFormData as parseMultipartFormData,
  MaxPartSizeExceededError,
} from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { findCurrentClass } from '#app/features/classes/find-current-class.server.ts';
import { MOST_UPLOAD_BYTES } from '#app/features/pictures/read-upload.server.ts';
import { uploadPicture } from '#app/features/pictures/upload-picture.server.ts';
import { UserError } from '#app/platform/user-error.ts';

/** A picture from outside; answers with the generation that it waits as. */
export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  try {
    const file = await readFile(request);
    const currentClass = await findCurrentClass({ userId: user.id });
    const { id } = await uploadPicture({ user, classId: currentClass?.id ?? '', bytes: file });
    return { id };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return data({ error: error.message }, { status: error.status });
  }
}

async function readFile(request: Request): Promise<Uint8Array> {
  const keepSmall = createMemoryUploadHandler({ maxPartSize: MOST_UPLOAD_BYTES });
  try {
    const file = (await parseMultipartFormData(request, keepSmall)).get('picture');
    if (file instanceof File && file.size > 0) return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    if (!(error instanceof MaxPartSizeExceededError)) throw error;
    throw new UserError('This file is too large. A picture may have 12 MB.', { status: 413 });
  }
  throw new UserError('Choose a picture first.');
}
