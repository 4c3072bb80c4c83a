import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { publishLive } from '#app/platform/live.server.ts';

/**
 * Takes a picture off every wall, back to its maker's own gallery, and withdraws what was asked for it. Its maker
 * may, and a teacher of the class. Throws a 404 response for a picture that is neither's.
 */
export async function takeDown(options: { userId: string; pictureId: string }): Promise<void> {
  const { userId, pictureId } = options;
  const taken = await db.$transaction(async (transaction) => {
    const generation = await transaction.generation.findFirst({
      where: {
        pictures: { some: { id: pictureId } },
        OR: [{ userId }, { class: taughtBy(userId) }],
      },
    });
    if (!generation) throw new Response(null, { status: 404 });
    const { id: generationId, classId, shelf } = generation;
    await transaction.galleryRequest.deleteMany({ where: { generationId, decidedAt: null } });
    await transaction.generation.update({ where: { id: generationId }, data: { shelf: 'own' } });
    await writeAuditEntry(transaction, {
      actorId: userId,
      classId,
      action: 'gallery.taken-down',
      subject: generationId,
      detail: { from: shelf },
    });
    return generation;
  });
  const { id: generationId, classId, userId: makerId } = taken;
  await publishLive({ kind: 'moderation', classId, userId: makerId, generationId });
}
