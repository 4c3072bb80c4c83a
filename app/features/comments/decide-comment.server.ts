import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { publishLive } from '#app/platform/live.server.ts';
import { REPORTED_COMMENTS } from './comment-access.server.ts';
import type { CommentDecision } from './comment-form.ts';

/** A teacher keeps a reported comment or removes it. Throws a 404 response for one that is not theirs to decide. */
export async function decideComment(options: {
  teacherId: string;
  classId: string;
  form: CommentDecision;
}): Promise<void> {
  const { teacherId, classId, form } = options;
  const isKept = form.decision === 'keep';
  await db.$transaction(async (transaction) => {
    const { count } = await transaction.pictureComment.updateMany({
      where: {
        id: form.commentId,
        ...REPORTED_COMMENTS,
        picture: { generation: { class: { id: classId, ...taughtBy(teacherId) } } },
      },
      data: isKept
        ? { keptAt: new Date() }
        : { removedAt: new Date(), removedById: teacherId, keptAt: new Date() },
    });
    if (count === 0) throw new Response(null, { status: 404 });
    await writeAuditEntry(transaction, {
      actorId: teacherId,
      classId,
      action: isKept ? 'comment.kept' : 'comment.removed',
      subject: form.commentId,
    });
  });
  await publishLive({ kind: 'moderation', classId, userId: teacherId });
}
