import { db } from '#app/platform/db.server.ts';

export interface RosterEntry {
  id: string;
  displayName: string;
  username: string;
  pictures: number;
  /** The sign-in was reset and no new password is chosen yet. */
  signInReset: boolean;
}

/** The students of a class by name, with how many pictures each has made in it. */
export async function listRoster(options: { classId: string }): Promise<RosterEntry[]> {
  return db.$queryRaw<RosterEntry[]>`
    SELECT u.id, u."displayName", u.username,
      (u."passwordHash" IS NULL AND NOT u."isDemo") AS "signInReset",
      (SELECT count(*)::int FROM "Generation" g JOIN "Picture" p ON p."generationId" = g.id
        WHERE g."classId" = m."classId" AND g."userId" = u.id) AS pictures
    FROM "Membership" m JOIN "User" u ON u.id = m."userId"
    WHERE m."classId" = ${options.classId} AND m.role = 'student' AND m."removedAt" IS NULL
    ORDER BY lower(u."displayName"), u.id`;
}
