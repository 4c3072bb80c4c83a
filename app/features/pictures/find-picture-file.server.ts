import { db } from '#app/platform/db.server.ts';
import { visibleTo } from './picture-access.server.ts';

interface FindPictureFileOptions {
  viewerId: string;
  pictureId: string;
  size: 'full' | 'thumbnail';
  /** Leaves out what was made in other classes. */
  classId?: string;
}

/** The name of a picture's stored file, or null where this person may not see it or there is none. */
export async function findPictureFile(options: FindPictureFileOptions): Promise<string | null> {
  const { viewerId, pictureId, size, classId } = options;
  const picture = await db.picture.findFirst({
    where: { AND: [{ id: pictureId, generation: { classId } }, await visibleTo(viewerId)] },
    select: { sha256: true, thumbSha256: true },
  });
  if (!picture) return null;
  return size === 'full' ? picture.sha256 : picture.thumbSha256;
}
