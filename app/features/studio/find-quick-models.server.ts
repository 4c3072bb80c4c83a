import { db } from '#app/platform/db.server.ts';

/** A picture that comes later than this does not follow the typing. */
const QUICK_MS = 4_000;
const RECENT = 20;

/** The models whose newest pictures came quickly enough to draw while somebody types. */
export async function findQuickModels(): Promise<string[]> {
  const rows = await db.$queryRaw<{ modelId: string }[]>`
    WITH recent AS (
      SELECT "modelId", "pipelineMs",
             row_number() OVER (PARTITION BY "modelId" ORDER BY "finishedAt" DESC) AS age
      FROM "Generation"
      WHERE state = 'finished' AND mode = 'text-to-image' AND "hiresScale" IS NULL
    )
    SELECT "modelId" FROM recent WHERE age <= ${RECENT}
    GROUP BY "modelId"
    HAVING percentile_cont(0.5) WITHIN GROUP (ORDER BY "pipelineMs") <= ${QUICK_MS}`;
  return rows.map(({ modelId }) => modelId);
}
