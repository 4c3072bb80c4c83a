import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { openTo, taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { publishLive } from '#app/platform/live.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { checkWords } from '#worker/moderation/words.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { mayWrite, SHOWN_COMMENTS } from './comment-access.server.ts';
import type { CommentForm } from './comment-form.ts';

/** What one person may leave under one picture: more would be a chat. */
const MOST_A_PICTURE = 5;

interface ChangeCommentsOptions {
  userId: string;
  pictureId: string;
  form: CommentForm;
}

/**
 * Does what is asked for under a picture: writes a comment, takes one away, brings it back, tells the teacher of one.
 * Throws a 404 response for a picture or a comment that is not theirs to do it with, and a UserError for words that
 * do not belong there.
 */
export async function changeComments({
  userId,
  pictureId,
  form,
}: ChangeCommentsOptions): Promise<void> {
  if (form.intent === 'write') return write({ userId, pictureId, text: form.text });
  const which = { id: form.commentId, pictureId };
  if (form.intent === 'report') return report(userId, which);
  await setRemoved(userId, which, form.intent === 'remove');
}

async function write(options: { userId: string; pictureId: string; text: string }): Promise<void> {
  const { userId, pictureId, text } = options;
  const picture = await db.picture.findFirst({
    where: { AND: [{ id: pictureId }, await mayWrite(userId)] },
    select: { id: true },
  });
  if (!picture) throw new Response(null, { status: 404 });
  if (checkWords(text, { strictness: 'strict' }).decision === 'block')
    throw new UserError('Some of these words do not belong here. Say it another way.', {
      field: 'text',
    });
  if ((await db.pictureComment.count({ where: { userId, pictureId } })) >= MOST_A_PICTURE)
    throw new UserError(`You can write ${MOST_A_PICTURE} comments under one picture.`, {
      field: 'text',
    });
  await db.pictureComment.create({ data: { userId, pictureId, text } });
}

/** The author may, and a teacher of the class; what a teacher has removed, its author can't bring back. */
async function setRemoved(
  userId: string,
  which: { id: string; pictureId: string },
  isRemoved: boolean,
): Promise<void> {
  await db.$transaction(async (transaction) => {
    const comment = await transaction.pictureComment.findFirst({
      where: {
        ...which,
        removedAt: isRemoved ? null : { not: null },
        OR: [
          {
            userId,
            ...(!isRemoved && { removedById: userId }),
            picture: { generation: { class: openTo(userId) } },
          },
          { picture: { generation: { class: taughtBy(userId) } } },
        ],
      },
      select: { userId: true, picture: { select: { generation: { select: { classId: true } } } } },
    });
    if (!comment) throw new Response(null, { status: 404 });
    await transaction.pictureComment.update({
      where: { id: which.id },
      data: isRemoved
        ? { removedAt: new Date(), removedById: userId }
        : { removedAt: null, removedById: null },
    });
    if (comment.userId === userId) return;
    await writeAuditEntry(transaction, {
      actorId: userId,
      classId: comment.picture.generation.classId,
      action: isRemoved ? 'comment.removed' : 'comment.brought-back',
      subject: which.id,
    });
  });
}

/** Hides a comment of somebody else until a teacher has looked. Once a teacher has kept it, it stays. */
async function report(userId: string, which: { id: string; pictureId: string }): Promise<void> {
  const visible: Prisma.PictureCommentWhereInput = {
    ...which,
    ...SHOWN_COMMENTS,
    userId: { not: userId },
    picture: await mayWrite(userId),
  };
  const reported = await db.$transaction(async (transaction) => {
    const comment = await transaction.pictureComment.findFirst({
      where: visible,
      include: { picture: { include: { generation: true } } },
    });
    if (!comment) throw new Response(null, { status: 404 });
    await transaction.pictureComment.update({
      where: { id: which.id },
      data: { reportedAt: comment.reportedAt ?? new Date() },
    });
    await writeAuditEntry(transaction, {
      actorId: userId,
      classId: comment.picture.generation.classId,
      action: 'comment.reported',
      subject: which.id,
    });
    return comment;
  });
  const { classId } = reported.picture.generation;
  await publishLive({ kind: 'moderation', classId, userId: reported.userId });
}
