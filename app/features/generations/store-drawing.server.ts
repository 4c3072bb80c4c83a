import { readUpload } from '#app/features/pictures/read-upload.server.ts';
import { visibleTo } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { storeFile } from '#app/platform/storage.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { encodePng } from '#worker/engine/image/image-file.ts';
import { readControls } from './control-record.ts';

interface StoreDrawingOptions {
  user: { id: string };
  field: 'mask' | 'control';
  /** A PNG as data URL, or `generation:ID` for what that generation was drawn with. */
  drawing: string;
  size: { widthPx: number; heightPx: number };
}

/**
 * Keeps a drawn mask or control picture as a file of its own and returns the file's SHA-256. The pixels alone
 * are kept. Throws a UserError where it is no picture, is not of the size asked for, or is a generation's that
 * this person may not see.
 */
export async function storeDrawing(options: StoreDrawingOptions): Promise<string> {
  const { user, field, drawing, size } = options;
  const [, generationId] = /^generation:(.+)$/.exec(drawing) ?? [];
  if (generationId) return findDrawing({ viewerId: user.id, generationId, field });
  const base64 = drawing.slice(drawing.indexOf(',') + 1);
  const image = await readUpload(Buffer.from(base64, 'base64'), field);
  if (image.widthPx !== size.widthPx || image.heightPx !== size.heightPx) {
    const wanted = `${size.widthPx} × ${size.heightPx}`;
    throw new UserError(`This drawing must have the size of the picture, ${wanted} pixels.`, {
      field,
    });
  }
  return storeFile(await encodePng(image));
}

interface FindDrawingOptions {
  viewerId: string;
  generationId: string;
  field: 'mask' | 'control';
}

/** The file of what a generation was drawn with, where this person may see its picture or made it. */
export async function findDrawing(options: FindDrawingOptions): Promise<string> {
  const { viewerId, generationId, field } = options;
  const found = await db.generation.findFirst({
    where: {
      id: generationId,
      OR: [{ userId: viewerId }, { pictures: { some: await visibleTo(viewerId) } }],
    },
    select: { maskSha256: true, controls: true },
  });
  const sha256 =
    field === 'mask' ? found?.maskSha256 : readControls(found?.controls ?? [])[0]?.sha256;
  if (!sha256) throw new UserError('This drawing is not there any more.', { field, status: 404 });
  return sha256;
}
