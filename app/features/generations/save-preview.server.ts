import { db } from '#app/platform/db.server.ts';
import { publishLive } from '#app/platform/live.server.ts';
import type { Generation } from '#prisma/generated/client.ts';

/**
 * Keeps the newest step's preview while this attempt runs, and says whether it still does: false means
 * that the generation was cancelled or taken over, and the run may stop.
 */
export async function savePreview(options: {
  generation: Pick<Generation, 'id' | 'attempt' | 'classId' | 'userId'>;
  step: number;
  steps: number;
  png: Uint8Array;
}): Promise<boolean> {
  const { generation, step, steps, png } = options;
  const saved = await db.$executeRaw`
    INSERT INTO "GenerationPreview" ("generationId", step, steps, png, "updatedAt")
    SELECT id, ${step}, ${steps}, ${png}, now() FROM "Generation"
    WHERE id = ${generation.id} AND attempt = ${generation.attempt} AND state = 'running'
    FOR UPDATE
    ON CONFLICT ("generationId")
    DO UPDATE SET step = excluded.step, steps = excluded.steps, png = excluded.png, "updatedAt" = now()`;
  if (saved === 0) return false;
  const { classId, userId, id } = generation;
  await publishLive({ kind: 'generation', classId, userId, generationId: id });
  return true;
}
