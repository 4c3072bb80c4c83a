import { db } from '#app/platform/db.server.ts';

/** Before the first picture of a site nobody knows how long one takes; this is the starter's order. */
const FIRST_GUESS_MS = 1_500;
const RECENT = 20;

/**
 * Where waiting generations stand (1 is next) and how long each will probably take to its picture, from
 * the pace of the last pictures. One query for any number of ids; ids that do not wait are left out.
 */
export async function findQueuePlaces(
  ids: string[],
): Promise<Map<string, { place: number; estimateMs: number }>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<{ id: string; place: bigint; paceMs: number | null }[]>`
    WITH line AS (
      SELECT id, row_number() OVER (ORDER BY turn, "createdAt", id) AS place
      FROM "Generation" WHERE state = 'waiting'
    ), recent AS (
      SELECT "pipelineMs" FROM "Generation"
      WHERE "pipelineMs" IS NOT NULL AND mode <> 'upload' ORDER BY "finishedAt" DESC NULLS LAST LIMIT ${RECENT}
    )
    SELECT id, place, (SELECT avg("pipelineMs")::float8 FROM recent) AS "paceMs"
    FROM line WHERE id = ANY(${ids})`;
  return new Map(
    rows.map(({ id, place, paceMs }) => [
      id,
      {
        place: Number(place),
        estimateMs: Math.round((Number(place) + 1) * (paceMs ?? FIRST_GUESS_MS)),
      },
    ]),
  );
}
