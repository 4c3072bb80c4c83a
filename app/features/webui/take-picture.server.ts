import type { ApiViewer } from '#app/features/api-tokens/find-api-viewer.server.ts';
import { uploadPicture } from '#app/features/pictures/upload-picture.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { readDrawn, waitUntilEnded } from './draw-for-webui.server.ts';

/** The bytes of a picture in base64, with or without the start of a data URL. Throws a UserError where it is none. */
export function readBase64Picture(text: string): Buffer {
  const base64 = text.startsWith('data:') ? text.slice(text.indexOf(',') + 1) : text;
  if (!/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(base64))
    throw new UserError('Invalid encoded image', { status: 422 });
  return Buffer.from(base64, 'base64');
}

/** Takes a client's picture through the same gate as an upload on the site, and returns it once it has passed. */
export async function takePicture(
  base64: string,
  { viewer, signal }: { viewer: ApiViewer; signal: AbortSignal },
): Promise<{ id: string }> {
  const { user, classId } = viewer;
  const bytes = new Uint8Array(readBase64Picture(base64));
  const { id } = await uploadPicture({ user, classId, bytes });
  await waitUntilEnded([id], signal);
  const [picture] = await readDrawn([id]);
  return { id: picture!.id };
}
