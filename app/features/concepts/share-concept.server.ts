import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';

interface ShareOptions {
  user: { id: string };
  conceptId: string;
  isShared: boolean;
}

/** Lets a class use what one of its students taught, or takes it back. Only the class's teacher may. */
export async function shareConcept({ user, conceptId, isShared }: ShareOptions): Promise<void> {
  await db.$transaction(async (tx) => {
    const [changed] = await tx.concept.updateManyAndReturn({
      where: { id: conceptId, fileSha256: { not: null }, class: taughtBy(user.id) },
      data: { sharedAt: isShared ? new Date() : null },
      select: { classId: true },
    });
    if (!changed) throw new Response(null, { status: 404 });
    await tx.auditEntry.create({
      data: {
        actorId: user.id,
        classId: changed.classId,
        action: isShared ? 'concept.shared' : 'concept.unshared',
        subject: conceptId,
      },
    });
  });
}
