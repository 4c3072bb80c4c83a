import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { publishLive } from '#app/platform/live.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { RequestForm } from './request-form.ts';

/**
 * A teacher of the class says whether a picture goes up a rung. The school's wall needs a second pair of eyes:
 * where the class has several teachers, the one who approved for the class can't approve for the school. Throws a
 * 404 response for a request that is not theirs or is answered, and a UserError (409) where the picture is not
 * there to hang any more.
 */
export async function decideRequest(options: {
  teacherId: string;
  classId: string;
  form: RequestForm;
}): Promise<void> {
  const { teacherId, classId, form } = options;
  const { requestId, reason } = form;
  const isApproved = form.intent === 'approve';
  const decided = await db.$transaction(async (transaction) => {
    await transaction.$queryRaw`SELECT id FROM "GalleryRequest" WHERE id = ${requestId} FOR UPDATE`;
    const request = await transaction.galleryRequest.findFirst({
      where: {
        id: requestId,
        decidedAt: null,
        generation: { class: { id: classId, ...taughtBy(teacherId) } },
      },
      include: { generation: { include: { pictures: true } } },
    });
    if (!request) throw new Response(null, { status: 404 });
    const { generation, generationId, shelf } = request;
    if (isApproved) {
      if (!generation.pictures.some(({ state }) => state === 'approved'))
        throw new UserError('This picture is held or removed, so it can’t hang.', { status: 409 });
      if (shelf === 'school') await requireSecondTeacher(transaction, { ...request, teacherId });
      await transaction.generation.update({ where: { id: generationId }, data: { shelf } });
    }
    await transaction.galleryRequest.update({
      where: { id: requestId },
      data: { decidedById: teacherId, decidedAt: new Date(), isApproved, reason },
    });
    await writeAuditEntry(transaction, {
      actorId: teacherId,
      classId,
      action: isApproved ? 'gallery.approved' : 'gallery.refused',
      subject: generationId,
      detail: { shelf },
    });
    return generation;
  });
  const { id: generationId, userId } = decided;
  await publishLive({ kind: 'moderation', classId, userId, generationId });
}

async function requireSecondTeacher(
  transaction: Prisma.TransactionClient,
  request: { generationId: string; teacherId: string; generation: { classId: string } },
): Promise<void> {
  const { generationId, teacherId, generation } = request;
  const teachers = await transaction.membership.count({
    where: { classId: generation.classId, role: 'teacher', removedAt: null },
  });
  if (teachers < 2) return;
  const first = await transaction.galleryRequest.findFirst({
    where: { generationId, shelf: 'class', isApproved: true },
    orderBy: { decidedAt: 'desc' },
  });
  if (first?.decidedById === teacherId)
    throw new UserError(
      'You approved this picture for the class. Another teacher of the class approves it for the school.',
      { status: 409 },
    );
}
