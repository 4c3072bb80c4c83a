import { db } from '#app/platform/db.server.ts';
import { Prisma } from '#prisma/generated/client.ts';
import { NOTICE_DAYS } from './retention-form.ts';

const DAY_MS = 24 * 3600 * 1000;

/** When a class's work goes, and why then. */
export interface Clock {
  classId: string;
  className: string;
  keepDays: number | null;
  /** The last day that counts: of work, of the archive, or of setting the clock. */
  countsFrom: Date;
  /** Null where work is kept for ever, or is gone. */
  dueAt: Date | null;
  /** Whether it is so near that teachers are told. */
  isNear: boolean;
  purgedAt: Date | null;
}

/** The clocks of some classes. Columns without a time zone hold UTC. */
async function findClocks(where: Prisma.Sql, now: Date): Promise<Clock[]> {
  const rows = await db.$queryRaw<Omit<Clock, 'dueAt' | 'isNear'>[]>`
    SELECT c.id AS "classId", c.name AS "className", c."keepDays", c."purgedAt",
      GREATEST(c."keepSince", c."archivedAt" AT TIME ZONE 'UTC',
        (SELECT max(g."createdAt") FROM "Generation" g WHERE g."classId" = c.id),
        (SELECT max(e."createdAt") AT TIME ZONE 'UTC' FROM "StepEvidence" e
           JOIN "LessonProgress" p ON p.id = e."progressId" WHERE p."classId" = c.id),
        (SELECT max(GREATEST(s."createdAt", s."turnedInAt")) FROM "Submission" s
           JOIN "Assignment" a ON a.id = s."assignmentId" WHERE a."classId" = c.id)
      ) AS "countsFrom"
    FROM "Class" c WHERE ${where} ORDER BY c."createdAt"`;
  return rows.map((row) => {
    const { keepDays, countsFrom, purgedAt } = row;
    const dueAt =
      keepDays === null || purgedAt ? null : new Date(countsFrom.getTime() + keepDays * DAY_MS);
    const isNear = dueAt !== null && dueAt.getTime() - now.getTime() < NOTICE_DAYS * DAY_MS;
    return { ...row, dueAt, isNear };
  });
}

/** The clock of one class. */
export async function findClock(classId: string, now = new Date()): Promise<Clock | null> {
  const [clock] = await findClocks(Prisma.sql`c.id = ${classId}`, now);
  return clock ?? null;
}

/** Classes of a teacher whose work goes soon. */
export async function findNearClocks(teacherId: string, now = new Date()): Promise<Clock[]> {
  const taught = Prisma.sql`c.id IN (
    SELECT "classId" FROM "Membership"
    WHERE "userId" = ${teacherId} AND role = 'teacher' AND "removedAt" IS NULL)`;
  return (await findClocks(taught, now)).filter(({ isNear }) => isNear);
}

/** Classes whose time is over. The made-up class of the demo has no end. */
export async function findDueClasses(now = new Date()): Promise<string[]> {
  const real = Prisma.sql`c."purgedAt" IS NULL AND c."keepDays" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "Membership" m JOIN "User" u ON u.id = m."userId"
    WHERE m."classId" = c.id AND u."isDemo")`;
  const clocks = await findClocks(real, now);
  return clocks.filter(({ dueAt }) => dueAt && dueAt <= now).map(({ classId }) => classId);
}
