import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';

/**
 * Takes a word or style away, with its training; pictures that were made with it stay. Its maker may, and the
 * class's teacher; for others it does not exist.
 */
export async function deleteConcept(options: {
  user: { id: string };
  conceptId: string;
}): Promise<void> {
  const { user, conceptId } = options;
  await db.$transaction(async (tx) => {
    const concept = await tx.concept.findFirst({
      where: { id: conceptId, OR: [{ userId: user.id }, { class: taughtBy(user.id) }] },
      select: { classId: true },
    });
    if (!concept) throw new Response(null, { status: 404 });
    await tx.concept.delete({ where: { id: conceptId } });
    await tx.auditEntry.create({
      data: {
        actorId: user.id,
        classId: concept.classId,
        action: 'concept.deleted',
        subject: conceptId,
      },
    });
  });
}
