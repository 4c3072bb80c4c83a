import { Prisma } from '#prisma/generated/client.ts';
import type { GalleryCursor } from '#app/features/pictures/gallery-cursor.ts';
import type { GalleryFilter, Shelf } from './gallery-filter.ts';

const { sql } = Prisma;

/** Written as the indexes of the shelves are, so that PostgreSQL knows them for the same. */
const ON_CLASS_SHELF = sql`g."shelf" IN ('class', 'school') AND g."state" = 'finished'`;
const ON_SCHOOL_SHELF = sql`g."shelf" = 'school' AND g."state" = 'finished'`;
const ON_OWN_SHELF = sql`g."state" = 'finished' AND g."mode" <> 'upload' AND NOT g."isLive"`;

interface ShelfOptions {
  viewerId: string;
  shelf: Shelf;
  classId: string | null;
}

/** Which generations hang on a shelf, proven to be the viewer's to see. */
export function whereShelf({ viewerId, shelf, classId }: ShelfOptions): Prisma.Sql {
  if (shelf === 'own') return sql`g."userId" = ${viewerId} AND ${ON_OWN_SHELF}`;
  const isMember = sql`EXISTS (SELECT 1 FROM "Membership" m WHERE m."userId" = ${viewerId}
    AND m."removedAt" IS NULL AND ${shelf === 'class' ? sql`m."classId" = ${classId}` : sql`true`})`;
  // While a student reviews a classmate's work unnamed, no gallery may name it.
  const isUnnamed = sql`EXISTS (SELECT 1 FROM "SubmissionPicture" s
    JOIN "PeerReview" r ON r."submissionId" = s."submissionId"
    WHERE s."pictureId" = p.id AND r."reviewerId" = ${viewerId})`;
  return shelf === 'class'
    ? sql`g."classId" = ${classId} AND ${ON_CLASS_SHELF} AND ${isMember} AND NOT ${isUnnamed}`
    : sql`${ON_SCHOOL_SHELF} AND ${isMember} AND NOT ${isUnnamed}`;
}

/** What a filter leaves of a shelf. Words are searched in English and as they stand. */
export function whereFilter(filter: GalleryFilter): Prisma.Sql {
  const { words, lesson, student, model, from, to } = filter;
  const parts = [
    words &&
      sql`g."search" @@ (websearch_to_tsquery('english', ${words}) || websearch_to_tsquery('simple', ${words}))`,
    lesson && sql`g."lessonSlug" = ${lesson}`,
    student && sql`g."userId" = ${student}`,
    model && sql`g."modelId" = ${model}`,
    from && sql`g."createdAt" >= ${new Date(from)}`,
    to && sql`g."createdAt" < ${nextDay(to)}`,
  ].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? sql`true` : Prisma.join(parts, ' AND ');
}

/** Rows behind a place, as one comparison of a pair: the index begins there. */
export function whereAfter(after: GalleryCursor | undefined): Prisma.Sql {
  if (!after) return sql`true`;
  return sql`(g."createdAt", g.id) < (${after.createdAt}, ${after.generationId})`;
}

/** The day after one, so that a range holds its last day whole. */
export function nextDay(day: string): Date {
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() + 1);
  return date;
}
