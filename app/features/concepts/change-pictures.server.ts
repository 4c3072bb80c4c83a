import { openTo } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { MOST_PICTURES } from './training-settings.ts';

interface PictureOptions {
  user: { id: string };
  conceptId: string;
  pictureId: string;
}

/** Adds a picture of one's own that the gate let pass. Throws a UserError where there are enough. */
export async function addPicture({ user, conceptId, pictureId }: PictureOptions): Promise<void> {
  await db.$transaction(async (tx) => {
    const concept = await tx.concept.findFirst({
      where: ownIdle(user.id, conceptId),
      include: { pictures: { select: { position: true } } },
    });
    const picture = await tx.picture.findFirst({
      where: { id: pictureId, state: 'approved', generation: { userId: user.id } },
      select: { id: true },
    });
    if (!concept || !picture) throw new Response(null, { status: 404 });
    if (concept.pictures.length >= MOST_PICTURES)
      throw new UserError(`At most ${MOST_PICTURES} pictures. Take one away first.`);
    const position = Math.max(0, ...concept.pictures.map((each) => each.position)) + 1;
    await tx.conceptPicture.upsert({
      where: { conceptId_pictureId: { conceptId, pictureId } },
      create: { conceptId, pictureId, position },
      update: {},
    });
  });
}

/** Takes a picture away from what is learned from; it stays in its gallery. */
export async function takePicture({ user, conceptId, pictureId }: PictureOptions): Promise<void> {
  const { count } = await db.conceptPicture.deleteMany({
    where: { pictureId, concept: ownIdle(user.id, conceptId) },
  });
  if (count === 0) throw new Response(null, { status: 404 });
}

/** Says what else is in a picture, or what it shows. */
export async function captionPicture(options: PictureOptions & { caption: string }): Promise<void> {
  const { user, conceptId, pictureId, caption } = options;
  const { count } = await db.conceptPicture.updateMany({
    where: { pictureId, concept: ownIdle(user.id, conceptId) },
    data: { caption },
  });
  if (count === 0) throw new Response(null, { status: 404 });
}

function ownIdle(userId: string, id: string) {
  return {
    id,
    userId,
    class: openTo(userId),
    state: { notIn: ['waiting' as const, 'training' as const] },
  };
}
