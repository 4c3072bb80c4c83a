import { db } from '#app/platform/db.server.ts';
import { PERSON } from './needs-a-look.server.ts';

/** Longer ago says little about a child. */
const LOOKS_BACK_DAYS = 30;

/** One kind of refusal and how often it happened to a student. It describes requests, it does not rate a child. */
export interface Pattern {
  kind: string;
  times: number;
  lastAt: Date;
}

/** What was refused to each student in the last thirty days, by kind, the newest kind first. */
export async function findPatterns(options: {
  userIds: string[];
}): Promise<Map<string, Pattern[]>> {
  const rows = await db.$queryRaw<(Pattern & { userId: string })[]>`
    SELECT g."userId", count(DISTINCT g.id)::int AS times, max(v."createdAt") AS "lastAt",
      CASE WHEN v.decision = 'block'
        THEN 'words about ' || coalesce(
          (SELECT string_agg(key, ', ' ORDER BY key) FROM jsonb_each(v.scores) WHERE value::text::float8 >= 0.6), 'something else')
        ELSE 'a picture held: ' || v.reason END AS kind
    FROM "Verdict" v JOIN "Generation" g ON g.id = v."generationId"
    WHERE g."userId" = ANY(${options.userIds}) AND v.gate <> ${PERSON} AND v.decision IN ('block', 'hold')
      AND v."createdAt" > now() - ${LOOKS_BACK_DAYS} * interval '1 day'
    GROUP BY g."userId", kind ORDER BY "lastAt" DESC`;
  const byUser = new Map<string, Pattern[]>();
  for (const { userId, ...pattern } of rows)
    byUser.set(userId, [...(byUser.get(userId) ?? []), pattern]);
  return byUser;
}
