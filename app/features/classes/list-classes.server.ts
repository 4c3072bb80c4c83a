import { db } from '#app/platform/db.server.ts';

export interface ClassSummary {
  id: string;
  name: string;
  students: number;
  pictures: number;
  /** Held pictures, flags and asked reviews that wait for a person. */
  waiting: number;
}

/** The classes that a teacher teaches, newest first, without archived ones. */
export async function listClasses(options: { teacherId: string }): Promise<ClassSummary[]> {
  return db.$queryRaw<ClassSummary[]>`
    SELECT c.id, c.name,
      (SELECT count(*)::int FROM "Membership" m
        WHERE m."classId" = c.id AND m.role = 'student' AND m."removedAt" IS NULL) AS students,
      (SELECT count(*)::int FROM "Generation" g JOIN "Picture" p ON p."generationId" = g.id
        WHERE g."classId" = c.id) AS pictures,
      (SELECT count(*)::int FROM "Generation" g WHERE g."classId" = c.id AND (g.state = 'held'
        OR EXISTS (SELECT 1 FROM "Verdict" v WHERE v."generationId" = g.id
          AND v."appealedAt" IS NOT NULL AND v."resolvedAt" IS NULL))) AS waiting
    FROM "Class" c JOIN "Membership" t ON t."classId" = c.id
    WHERE t."userId" = ${options.teacherId} AND t.role = 'teacher' AND t."removedAt" IS NULL
      AND c."archivedAt" IS NULL
    ORDER BY c."createdAt" DESC, c.id DESC`;
}
