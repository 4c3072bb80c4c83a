import { openTo, visibleTo } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Reaction } from './reaction-kinds.ts';

/**
 * Pictures that this person may say something about: those of others that hang in a gallery which they see, in a
 * class that is open to them.
 */
export async function mayReact(userId: string): Promise<Prisma.PictureWhereInput> {
  return {
    AND: [
      await visibleTo(userId),
      {
        state: 'approved',
        generation: {
          userId: { not: userId },
          shelf: { in: ['class', 'school'] },
          class: openTo(userId),
        },
      },
    ],
  };
}

/** Says a kind word of a picture, or takes it back. Throws a 404 response for a picture that is not theirs to praise. */
export async function react(options: {
  userId: string;
  pictureId: string;
  kind: Reaction;
  isSaid: boolean;
}): Promise<void> {
  const { userId, pictureId, kind, isSaid } = options;
  const found = await db.picture.findFirst({
    where: { AND: [{ id: pictureId }, await mayReact(userId)] },
    select: { id: true },
  });
  if (!found) throw new Response(null, { status: 404 });
  const data = { pictureId, userId, kind };
  if (isSaid) await db.reaction.createMany({ data: [data], skipDuplicates: true });
  else await db.reaction.deleteMany({ where: data });
}

/**
 * What was said of a picture, as this person may know it: whoever made it reads the words, without names and
 * without numbers; whoever may say some sees which are their own. Null where there is nothing to say.
 */
export async function findReactions(options: { viewerId: string; pictureId: string }) {
  const { viewerId, pictureId } = options;
  const [picture, said] = await Promise.all([
    db.picture.findFirst({
      where: { AND: [{ id: pictureId }, await mayReact(viewerId)] },
      select: { id: true },
    }),
    db.reaction.findMany({
      where: { pictureId, picture: { generation: { userId: viewerId } } },
      distinct: ['kind'],
      orderBy: { kind: 'asc' },
      select: { kind: true },
    }),
  ]);
  if (!picture) return said.length > 0 ? { heard: said.map(({ kind }) => kind), own: null } : null;
  const own = await db.reaction.findMany({
    where: { pictureId, userId: viewerId },
    select: { kind: true },
  });
  return { heard: [], own: own.map(({ kind }) => kind) };
}
