import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { publishLive } from '#app/platform/live.server.ts';
import { UserError } from '#app/platform/user-error.ts';

/**
 * Asks for a picture to go up one rung: one's own to the class, and from the class to the school. A teacher of the
 * class may ask for any of its pictures. Asking again while nobody has answered changes nothing. Throws a 404
 * response for a picture that is not theirs, and a UserError (409) where there is no rung above.
 */
export async function askForShelf(options: { userId: string; pictureId: string }): Promise<void> {
  const { userId, pictureId } = options;
  const asked = await db.$transaction(async (transaction) => {
    const generation = await transaction.generation.findFirst({
      where: {
        pictures: { some: { id: pictureId, state: 'approved' } },
        state: 'finished',
        isLive: false,
        mode: { not: 'upload' },
        OR: [
          { userId, class: { memberships: { some: { userId, removedAt: null } } } },
          { class: taughtBy(userId) },
        ],
      },
      include: { class: true, galleryRequests: { where: { decidedAt: null } } },
    });
    if (!generation) throw new Response(null, { status: 404 });
    if (generation.class.archivedAt)
      throw new UserError('This class is archived. Its gallery stays as it is.', { status: 409 });
    const { id: generationId, classId, shelf } = generation;
    if (shelf === 'school')
      throw new UserError('This picture hangs for the whole school already.', { status: 409 });
    if (generation.galleryRequests.length > 0) return null;
    const wanted = shelf === 'own' ? 'class' : 'school';
    await transaction.galleryRequest.create({
      data: { generationId, shelf: wanted, askedById: userId },
    });
    await writeAuditEntry(transaction, {
      actorId: userId,
      classId,
      action: 'gallery.asked',
      subject: generationId,
      detail: { shelf: wanted },
    });
    return generation;
  });
  if (!asked) return;
  const { id: generationId, classId, userId: makerId } = asked;
  await publishLive({ kind: 'moderation', classId, userId: makerId, generationId });
}
