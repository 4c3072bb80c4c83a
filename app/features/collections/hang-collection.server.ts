import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { openTo, taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { publishLive } from '#app/platform/live.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { ownCollection } from './collection-access.server.ts';

interface HangOptions {
  userId: string;
  collectionId: string;
}

/**
 * Asks for one's own collection to go up a rung: to the class, and from there to the school. A teacher's own goes to
 * the class at once. Throws a 404 response for any other, and a UserError where there is no rung above.
 */
export async function askForHanging({ userId, collectionId }: HangOptions): Promise<void> {
  const asked = await db.$transaction(async (transaction) => {
    const collection = await transaction.collection.findFirst({
      where: ownCollection(userId, collectionId),
      include: {
        class: { select: { memberships: { where: { userId, role: 'teacher', removedAt: null } } } },
      },
    });
    if (!collection) throw new Response(null, { status: 404 });
    const { shelf, classId } = collection;
    if (shelf === 'school')
      throw new UserError('This collection hangs for the whole school already.', { status: 409 });
    const wanted = shelf === 'own' ? 'class' : 'school';
    const isTeachers = wanted === 'class' && collection.class.memberships.length > 0;
    await transaction.collection.update({
      where: { id: collectionId },
      data: isTeachers ? { shelf: 'class' } : { askedShelf: wanted },
    });
    await writeAuditEntry(transaction, {
      actorId: userId,
      classId,
      action: isTeachers ? 'collection.approved' : 'collection.asked',
      subject: collectionId,
      detail: { shelf: wanted },
    });
    return collection;
  });
  await publishLive({ kind: 'moderation', classId: asked.classId, userId });
}

/**
 * A teacher of the class answers. The school needs another teacher than the one who put the collection together,
 * where the class has several. Throws a 404 response where nothing of theirs is asked.
 */
export async function decideHanging(options: HangOptions & { isApproved: boolean }): Promise<void> {
  const { userId, collectionId, isApproved } = options;
  const decided = await db.$transaction(async (transaction) => {
    const collection = await transaction.collection.findFirst({
      where: { id: collectionId, askedShelf: { not: null }, class: taughtBy(userId) },
      include: {
        class: {
          select: {
            _count: { select: { memberships: { where: { role: 'teacher', removedAt: null } } } },
          },
        },
      },
    });
    if (!collection) throw new Response(null, { status: 404 });
    const { askedShelf, classId, ownerId } = collection;
    if (isApproved && ownerId === userId && collection.class._count.memberships > 1)
      throw new UserError(
        'You put this collection together. Another teacher of the class says yes.',
        {
          status: 409,
        },
      );
    await transaction.collection.update({
      where: { id: collectionId },
      data: { askedShelf: null, ...(isApproved && { shelf: askedShelf! }) },
    });
    await writeAuditEntry(transaction, {
      actorId: userId,
      classId,
      action: isApproved ? 'collection.approved' : 'collection.refused',
      subject: collectionId,
      detail: { shelf: askedShelf! },
    });
    return collection;
  });
  await publishLive({ kind: 'moderation', classId: decided.classId, userId: decided.ownerId });
}

/** Takes a collection off every wall: its owner may, and a teacher of the class. Throws a 404 response for others. */
export async function takeCollectionDown({ userId, collectionId }: HangOptions): Promise<void> {
  await db.$transaction(async (transaction) => {
    const [taken] = await transaction.collection.updateManyAndReturn({
      where: {
        id: collectionId,
        OR: [{ ownerId: userId, class: openTo(userId) }, { class: taughtBy(userId) }],
      },
      data: { shelf: 'own', askedShelf: null },
    });
    if (!taken) throw new Response(null, { status: 404 });
    await writeAuditEntry(transaction, {
      actorId: userId,
      classId: taken.classId,
      action: 'collection.taken-down',
      subject: collectionId,
    });
  });
}
