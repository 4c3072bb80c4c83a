import { db } from '#app/platform/db.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { printGalleryCursor } from './gallery-cursor.ts';
import type { GalleryCursor } from './gallery-cursor.ts';

export type GalleryShelf = 'own' | 'class';

export interface GalleryPicture {
  id: string;
  alt: string;
  widthPx: number;
  heightPx: number;
  /** The maker's name as the class knows it. */
  madeBy: string;
  isOwn: boolean;
}

export interface GalleryPage {
  pictures: GalleryPicture[];
  /** Where the next page begins; null on the last one. */
  next: string | null;
}

interface FindGalleryOptions {
  viewerId: string;
  shelf: GalleryShelf;
  /** The class whose shelf is asked for; proven to be the viewer's in the same query. */
  classId: string | null;
  after?: GalleryCursor | undefined;
  take?: number;
}

/**
 * A page of approved pictures, newest first: one's own, or those of a class that one belongs to. Pages follow
 * a key and not an offset, so pictures that arrive meanwhile neither repeat nor skip any.
 */
export async function findGallery(options: FindGalleryOptions): Promise<GalleryPage> {
  const { viewerId, shelf, classId, after, take = 24 } = options;
  if (shelf === 'class' && !classId) return { pictures: [], next: null };
  const shelfWhere: Prisma.GenerationWhereInput =
    shelf === 'own'
      ? { userId: viewerId }
      : {
          classId: classId ?? '',
          class: { memberships: { some: { userId: viewerId, removedAt: null } } },
        };
  const generations = await db.generation.findMany({
    where: {
      ...shelfWhere,
      ...whereAfter(after),
      isLive: false,
      mode: { not: 'upload' },
      pictures: { some: { state: 'approved' } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: take + 1,
    select: {
      id: true,
      createdAt: true,
      userId: true,
      user: { select: { displayName: true } },
      pictures: {
        where: { state: 'approved' },
        orderBy: { index: 'asc' },
        select: { id: true, alt: true, widthPx: true, heightPx: true },
      },
    },
  });
  const page = generations.slice(0, take);
  const last = page.at(-1);
  return {
    pictures: page.flatMap(({ userId, user, pictures }) =>
      pictures.map((picture) => ({
        ...picture,
        madeBy: user.displayName,
        isOwn: userId === viewerId,
      })),
    ),
    next:
      generations.length > take && last
        ? printGalleryCursor({ createdAt: last.createdAt, generationId: last.id })
        : null,
  };
}

/** `lte` beside the pair lets the index find the page's first row. */
function whereAfter(after: GalleryCursor | undefined): Prisma.GenerationWhereInput {
  if (!after) return {};
  const { createdAt, generationId } = after;
  return {
    createdAt: { lte: createdAt },
    OR: [{ createdAt: { lt: createdAt } }, { id: { lt: generationId } }],
  };
}
