import { visibleTo } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { checkName } from './check-name.server.ts';
import { ownCollection } from './collection-access.server.ts';
import type { CollectionForm } from './collection-form.ts';
import { askForHanging, decideHanging, takeCollectionDown } from './hang-collection.server.ts';

const MOST_PICTURES = 200;

interface ChangeCollectionOptions {
  userId: string;
  collectionId: string;
  form: CollectionForm;
}

/**
 * Does what a collection's page asks for. Throws a 404 response for a collection or a picture that is not this
 * person's to change or to see, and a UserError where it can't be done.
 */
export async function changeCollection(options: ChangeCollectionOptions): Promise<void> {
  const { userId, collectionId, form } = options;
  const which = { userId, collectionId };
  if (form.intent === 'hang') return askForHanging(which);
  if (form.intent === 'take-down') return takeCollectionDown(which);
  if (form.intent === 'approve' || form.intent === 'refuse')
    return decideHanging({ ...which, isApproved: form.intent === 'approve' });
  if (form.intent === 'rename') checkName(form.name);
  const collection = await db.collection.findFirst({
    where: ownCollection(userId, collectionId),
    select: { _count: { select: { pictures: true } } },
  });
  if (!collection) throw new Response(null, { status: 404 });
  const where = { id: collectionId };
  if (form.intent === 'delete') await db.collection.delete({ where });
  else if (form.intent === 'rename')
    // What a teacher said yes to was another name.
    await db.collection.update({
      where,
      data: { name: form.name, shelf: 'own', askedShelf: null },
    });
  else if (form.intent === 'take-out')
    await db.collectionPicture.deleteMany({ where: { collectionId, pictureId: form.pictureId } });
  else {
    if (collection._count.pictures >= MOST_PICTURES)
      throw new UserError(`A collection has room for ${MOST_PICTURES} pictures.`);
    await addPicture({ ...which, pictureId: form.pictureId });
  }
}

async function addPicture(options: {
  userId: string;
  collectionId: string;
  pictureId: string;
}): Promise<void> {
  const { userId, collectionId, pictureId } = options;
  const picture = await db.picture.findFirst({
    where: { AND: [{ id: pictureId, state: 'approved' }, await visibleTo(userId)] },
    select: { id: true },
  });
  if (!picture) throw new Response(null, { status: 404 });
  await db.collectionPicture.createMany({
    data: [{ collectionId, pictureId }],
    skipDuplicates: true,
  });
}
