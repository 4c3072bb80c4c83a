import { db } from '#app/platform/db.server.ts';
import { Prisma } from '#prisma/generated/client.ts';

/**
 * Every place that names a stored file, with whose it is. A table that comes to name files gets its lines here:
 * what is not named here is removed from the disk. A test holds this against the columns of the database.
 */
const REFERENCES = Prisma.sql`
  SELECT p."sha256" AS sha256, g."userId" AS "userId", g."classId" AS "classId"
    FROM "Picture" p JOIN "Generation" g ON g.id = p."generationId"
  UNION ALL SELECT p."thumbSha256", g."userId", g."classId"
    FROM "Picture" p JOIN "Generation" g ON g.id = p."generationId"
  UNION ALL SELECT "startSha256", "userId", "classId" FROM "Generation"
  UNION ALL SELECT "maskSha256", "userId", "classId" FROM "Generation"
  UNION ALL SELECT "checkpointSha256", "userId", "classId" FROM "Concept"
  UNION ALL SELECT "fileSha256", "userId", "classId" FROM "Concept"
  UNION ALL SELECT control->>'sha256', "userId", "classId"
    FROM "Generation", jsonb_array_elements("controls") AS control`;

/** The columns that `REFERENCES` reads, for the test. */
export const FILE_COLUMNS = [
  'Concept.checkpointSha256',
  'Concept.fileSha256',
  'Generation.maskSha256',
  'Generation.startSha256',
  'Picture.sha256',
  'Picture.thumbSha256',
];

/** The files that the work of a student or a class names, once each. */
export async function listFiles(
  whose: { userId: string; classId?: string } | { classId: string },
  transaction: Prisma.TransactionClient = db,
): Promise<string[]> {
  const { userId, classId } = { userId: null, classId: null, ...whose };
  const rows = await transaction.$queryRaw<{ sha256: string }[]>`
    SELECT DISTINCT sha256 FROM (${REFERENCES}) AS reference
    WHERE sha256 IS NOT NULL
      AND (${userId}::text IS NULL OR "userId" = ${userId})
      AND (${classId}::text IS NULL OR "classId" = ${classId})`;
  return rows.map(({ sha256 }) => sha256);
}

/** Those of the files that no row names. */
export async function findUnused(sha256s: string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ sha256: string }[]>`
    SELECT sha256 FROM unnest(${sha256s}::text[]) AS file(sha256)
    WHERE NOT EXISTS (
      SELECT 1 FROM (${REFERENCES}) AS reference WHERE reference.sha256 = file.sha256)`;
  return rows.map(({ sha256 }) => sha256);
}
