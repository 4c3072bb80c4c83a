import { taughtBy, visibleTo } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { collectionsFor } from './collection-access.server.ts';

const MOST_SHOWN = 100;

export type CollectionSummary = Awaited<ReturnType<typeof findCollections>>[number];

/** The collections that this person may open, their own first, each with a picture that they may see. */
export async function findCollections({ viewerId }: { viewerId: string }) {
  const visible = await visibleTo(viewerId);
  const shown = { picture: { AND: [{ state: 'approved' as const }, visible] } };
  const collections = await db.collection.findMany({
    where: await collectionsFor(viewerId),
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST_SHOWN,
    include: {
      owner: { select: { displayName: true } },
      class: {
        select: { name: true, memberships: { where: { userId: viewerId, removedAt: null } } },
      },
      _count: { select: { pictures: { where: shown } } },
      pictures: {
        where: shown,
        orderBy: { addedAt: 'asc' },
        take: 1,
        select: { picture: { select: { id: true, alt: true, widthPx: true, heightPx: true } } },
      },
    },
  });
  return collections
    .map(({ id, name, shelf, askedShelf, ownerId, owner, _count, pictures, ...rest }) => ({
      id,
      name,
      shelf,
      isAsked: askedShelf !== null,
      isOwn: ownerId === viewerId,
      // The school's wall says the class and not the name.
      madeBy: rest.class.memberships.length > 0 ? owner.displayName : null,
      className: rest.class.name,
      count: _count.pictures,
      cover: pictures[0]?.picture ?? null,
    }))
    .sort((a, b) => Number(b.isOwn) - Number(a.isOwn));
}

export type CollectionPage = NonNullable<Awaited<ReturnType<typeof findCollection>>>;

/** A collection with those of its pictures that this person may see; null where they may not open it. */
export async function findCollection(options: { viewerId: string; collectionId: string }) {
  const { viewerId, collectionId } = options;
  const collection = await db.collection.findFirst({
    where: { AND: [{ id: collectionId }, await collectionsFor(viewerId)] },
    include: {
      owner: { select: { displayName: true } },
      class: {
        select: { name: true, memberships: { where: { userId: viewerId, removedAt: null } } },
      },
      pictures: {
        where: { picture: { AND: [{ state: 'approved' }, await visibleTo(viewerId)] } },
        orderBy: [{ addedAt: 'asc' }, { pictureId: 'asc' }],
        select: { picture: { select: { id: true, alt: true, widthPx: true, heightPx: true } } },
      },
    },
  });
  if (!collection) return null;
  const { id, name, shelf, askedShelf, ownerId, owner, classId, pictures } = collection;
  const taught = await db.class.count({ where: { AND: [{ id: classId }, taughtBy(viewerId)] } });
  return {
    id,
    name,
    shelf,
    askedShelf,
    isOwn: ownerId === viewerId,
    isTeacher: taught > 0,
    madeBy: collection.class.memberships.length > 0 ? owner.displayName : null,
    className: collection.class.name,
    pictures: pictures.map(({ picture }) => picture),
  };
}

/** A person's own collections, and in which of them a picture is, for the picture's page. */
export async function findCollectionsWith(options: { userId: string; pictureId: string }) {
  const { userId, pictureId } = options;
  const collections = await db.collection.findMany({
    where: { ownerId: userId, class: { archivedAt: null } },
    orderBy: { name: 'asc' },
    select: { id: true, name: true, pictures: { where: { pictureId } } },
  });
  return collections.map(({ id, name, pictures }) => ({ id, name, hasIt: pictures.length > 0 }));
}
