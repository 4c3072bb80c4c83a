import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { visibleTo } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { publishLive } from '#app/platform/live.server.ts';
import { PERSON } from './needs-a-look.server.ts';

/**
 * A member of the class says that an approved picture should not be here. The first flag hides it until a
 * teacher has looked; once a teacher has approved it, later flags are kept for them and hide nothing.
 * Flagging twice is flagging once. Throws a 404 response where this person can't see the picture.
 */
export async function flagPicture(options: {
  user: { id: string };
  pictureId: string;
  reason: string;
}): Promise<void> {
  const { user, pictureId, reason } = options;
  const visible = await visibleTo(user.id);
  const flagged = await db.$transaction(async (transaction) => {
    await transaction.$queryRaw`SELECT id FROM "Picture" WHERE id = ${pictureId} FOR UPDATE`;
    const picture = await transaction.picture.findFirst({
      where: {
        id: pictureId,
        state: 'approved',
        AND: visible,
        generation: {
          class: { archivedAt: null, memberships: { some: { userId: user.id, removedAt: null } } },
        },
      },
      include: { generation: { include: { verdicts: { where: { gate: PERSON } } } } },
    });
    if (!picture) throw new Response(null, { status: 404 });
    const { generation, generationId } = picture;
    const flag = { pictureId, userId: user.id };
    const { count } = await transaction.flag.createMany({
      data: [{ ...flag, reason }],
      skipDuplicates: true,
    });
    if (count === 0) return null;
    if (generation.verdicts.length === 0) {
      await transaction.picture.update({ where: { id: pictureId }, data: { state: 'held' } });
      await transaction.generation.update({ where: { id: generationId }, data: { state: 'held' } });
    }
    await writeAuditEntry(transaction, {
      actorId: user.id,
      classId: generation.classId,
      action: 'picture.flagged',
      subject: pictureId,
    });
    return generation;
  });
  if (!flagged) return;
  const { id: generationId, classId, userId } = flagged;
  await publishLive({ kind: 'moderation', classId, userId, generationId });
}
