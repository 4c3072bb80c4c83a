import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { mayWrite, REPORTED_COMMENTS, SHOWN_COMMENTS } from './comment-access.server.ts';

const MOST_SHOWN = 100;

export type Comments = NonNullable<Awaited<ReturnType<typeof findComments>>>;

/**
 * The comments under a picture, oldest first, for a member of a class that has them. One that its author or a
 * teacher has taken away is shown to them alone, so that it can come back. Null where nobody writes.
 */
export async function findComments(options: { viewerId: string; pictureId: string }) {
  const { viewerId, pictureId } = options;
  const picture = await db.picture.findFirst({
    where: { AND: [{ id: pictureId }, await mayWrite(viewerId)] },
    select: { generation: { select: { classId: true } } },
  });
  if (!picture) return null;
  const { classId } = picture.generation;
  const [taught, comments] = await Promise.all([
    db.class.count({ where: { AND: [{ id: classId }, taughtBy(viewerId)] } }),
    db.pictureComment.findMany({
      where: { pictureId, OR: [SHOWN_COMMENTS, { removedById: viewerId }] },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: MOST_SHOWN,
      include: { user: { select: { displayName: true } } },
    }),
  ]);
  return comments.map(({ id, text, userId, user, removedAt }) => ({
    id,
    // What was taken away is brought back, not read again.
    text: removedAt ? null : text,
    by: user.displayName,
    isOwn: userId === viewerId,
    canRemove: userId === viewerId || taught > 0,
  }));
}

export type ReportedComment = Awaited<ReturnType<typeof findReportedComments>>[number];

/** The comments that wait for this teacher, in every class of theirs, the oldest report first. */
export async function findReportedComments({ teacherId }: { teacherId: string }) {
  const comments = await db.pictureComment.findMany({
    where: whichWait(teacherId),
    orderBy: [{ reportedAt: 'asc' }, { id: 'asc' }],
    take: MOST_SHOWN,
    include: {
      user: { select: { displayName: true } },
      picture: {
        select: { generation: { select: { class: { select: { id: true, name: true } } } } },
      },
    },
  });
  return comments.map(({ id, text, pictureId, user, picture }) => ({
    id,
    text,
    pictureId,
    by: user.displayName,
    class: picture.generation.class,
  }));
}

export function countReportedComments({ teacherId }: { teacherId: string }): Promise<number> {
  return db.pictureComment.count({ where: whichWait(teacherId) });
}

const whichWait = (teacherId: string) => ({
  ...REPORTED_COMMENTS,
  picture: { generation: { class: { archivedAt: null, ...taughtBy(teacherId) } } },
});
