import { findCurrentClass } from '#app/features/classes/find-current-class.server.ts';
import { visibleTo } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { checkName } from './check-name.server.ts';
import type { NewCollection } from './collection-form.ts';

const MOST_COLLECTIONS = 50;

/**
 * Begins a collection in the class that this person works in, with a picture that they may see or empty. Throws a
 * UserError for a name that does not belong here or one collection too many, and a 404 response for any other
 * picture.
 */
export async function createCollection(options: {
  userId: string;
  form: NewCollection;
}): Promise<{ id: string }> {
  const { userId, form } = options;
  const current = await findCurrentClass({ userId });
  if (!current) throw new UserError('Join a class first.', { status: 403 });
  checkName(form.name);
  if ((await db.collection.count({ where: { ownerId: userId } })) >= MOST_COLLECTIONS)
    throw new UserError(`You have ${MOST_COLLECTIONS} collections. Delete one first.`);
  const { pictureId } = form;
  if (pictureId) {
    const where = { AND: [{ id: pictureId, state: 'approved' as const }, await visibleTo(userId)] };
    if (!(await db.picture.findFirst({ where }))) throw new Response(null, { status: 404 });
  }
  return db.collection.create({
    data: {
      classId: current.id,
      ownerId: userId,
      name: form.name,
      ...(pictureId && { pictures: { create: { pictureId } } }),
    },
    select: { id: true },
  });
}
