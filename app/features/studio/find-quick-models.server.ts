import { db } from '#app/platform/db.server.ts';
import { MODELS_IN_THE_BOX } from '#models/catalog.ts';

/** A picture that comes later than this does not follow the typing. */
const QUICK_MS = 4_000;
const RECENT = 20;

/**
 * The models whose newest pictures came quickly enough to draw while somebody types, and those in the box, which
 * are made for that, until their first pictures have shown how quick this machine is.
 */
export async function findQuickModels(): Promise<string[]> {
  const rows = await db.$queryRaw<{ modelId: string; isQuick: boolean }[]>`
    WITH recent AS (
      SELECT "modelId", "pipelineMs",
             row_number() OVER (PARTITION BY "modelId" ORDER BY "finishedAt" DESC) AS age
      FROM "Generation"
      WHERE state = 'finished' AND mode = 'text-to-image' AND "hiresScale" IS NULL
    )
    SELECT "modelId",
           percentile_cont(0.5) WITHIN GROUP (ORDER BY "pipelineMs") <= ${QUICK_MS} AS "isQuick"
    FROM recent WHERE age <= ${RECENT} AND "pipelineMs" IS NOT NULL
    GROUP BY "modelId"`;
  const untried = MODELS_IN_THE_BOX.filter((id) => rows.every(({ modelId }) => modelId !== id));
  return [...rows.filter(({ isQuick }) => isQuick).map(({ modelId }) => modelId), ...untried];
}
