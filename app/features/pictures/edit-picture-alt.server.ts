import { db } from '#app/platform/db.server.ts';
import { taughtBy } from './picture-access.server.ts';

interface EditPictureAltOptions {
  userId: string;
  pictureId: string;
  alt: string;
}

/** Says in other words what a picture shows: its maker may, and the class's teacher. False where not. */
export async function editPictureAlt(options: EditPictureAltOptions): Promise<boolean> {
  const { userId, pictureId, alt } = options;
  const { count } = await db.picture.updateMany({
    where: {
      id: pictureId,
      OR: [
        { state: 'approved', generation: { userId } },
        { generation: { class: taughtBy(userId) } },
      ],
    },
    data: { alt },
  });
  return count === 1;
}
