import { db } from '#app/platform/db.server.ts';
import { printGalleryCursor } from '#app/features/pictures/gallery-cursor.ts';
import type { GalleryCursor } from '#app/features/pictures/gallery-cursor.ts';
import { Prisma } from '#prisma/generated/client.ts';
import { galleryFilterSchema } from './gallery-filter.ts';
import type { GalleryFilter, Shelf } from './gallery-filter.ts';
import { whereAfter, whereFilter, whereShelf } from './gallery-where.server.ts';

export interface GalleryPicture {
  id: string;
  alt: string;
  widthPx: number;
  heightPx: number;
  /** The maker's name as the class knows it; null where it is not said. */
  madeBy: string | null;
  className: string;
  isOwn: boolean;
  shelf: Shelf;
  /** A teacher has yet to say whether it goes up a rung. */
  isAsked: boolean;
}

export interface GalleryPage {
  pictures: GalleryPicture[];
  /** Where the next page begins; null on the last one. */
  next: string | null;
}

interface FindGalleryOptions {
  viewerId: string;
  shelf: Shelf;
  /** The class whose shelf is asked for; proven to be the viewer's in the same query. */
  classId: string | null;
  filter?: Partial<GalleryFilter>;
  after?: GalleryCursor | undefined;
  take?: number;
}

interface Row extends GalleryPicture {
  generationId: string;
  createdAt: Date;
}

/**
 * A page of approved pictures, newest first: one's own, those that hang for a class that one belongs to, or those
 * for the school. One query, whatever is asked for. Pages follow a key and not an offset, so pictures that arrive
 * meanwhile neither repeat nor skip any, and a later page costs what the first one does.
 */
export async function findGallery(options: FindGalleryOptions): Promise<GalleryPage> {
  const { viewerId, shelf, classId, after, take = 24 } = options;
  const filter = galleryFilterSchema.parse({ ...options.filter, shelf });
  if (shelf === 'class' && !classId) return { pictures: [], next: null };
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT p.id, p.alt, p."widthPx", p."heightPx", g.id AS "generationId", g."createdAt", g."shelf",
      g."userId" = ${viewerId} AS "isOwn", c.name AS "className",
      ${shelf === 'school' ? Prisma.sql`NULL` : Prisma.sql`u."displayName"`} AS "madeBy",
      EXISTS (SELECT 1 FROM "GalleryRequest" r WHERE r."generationId" = g.id AND r."decidedAt" IS NULL) AS "isAsked"
    FROM "Generation" g
    JOIN "Picture" p ON p."generationId" = g.id AND p.state = 'approved'
    JOIN "User" u ON u.id = g."userId"
    JOIN "Class" c ON c.id = g."classId"
    WHERE ${whereShelf({ viewerId, shelf, classId })} AND ${whereFilter(filter)} AND ${whereAfter(after)}
    ORDER BY g."createdAt" DESC, g.id DESC LIMIT ${take + 1}`);
  const page = rows.slice(0, take);
  const last = page.at(-1);
  return {
    pictures: page.map(({ id, alt, widthPx, heightPx, madeBy, className, ...rest }) => {
      const { isOwn, shelf, isAsked } = rest;
      return { id, alt, widthPx, heightPx, madeBy, className, isOwn, shelf, isAsked };
    }),
    next: rows.length > take && last ? printGalleryCursor(last) : null,
  };
}
