import { enqueueDelivery, planDeliveries } from '#app/features/webhooks/plan-deliveries.server.ts';
import { db } from '#app/platform/db.server.ts';
import { publishLive } from '#app/platform/live.server.ts';
import type { Generation, Prisma } from '#prisma/generated/client.ts';

export interface StoredPicture {
  sha256: string;
  thumbSha256: string;
  bytes: number;
  widthPx: number;
  heightPx: number;
}

/** What a gate decided and on what; kept with every generation that it saw. */
export interface GateVerdict {
  gate: string;
  decision: string;
  reason: string;
  scores: Prisma.InputJsonValue;
}

/** How an attempt ended. A held picture is kept, and shown to nobody but the teacher. */
export type GenerationEnd =
  | {
      state: 'finished' | 'held';
      picture: StoredPicture;
      verdicts: GateVerdict[];
      modelHash: string;
      pipelineMs: number;
    }
  | { state: 'blocked'; verdicts: GateVerdict[] }
  | { state: 'failed'; failure: string };

/**
 * Ends a generation once: the row, its picture, its verdicts and its preview change together, and only if
 * `generation.attempt` is still the newest attempt of a running row. Says whether it did.
 */
export async function finishGeneration(
  generation: Pick<Generation, 'id' | 'attempt' | 'classId' | 'userId' | 'prompt'>,
  end: GenerationEnd,
): Promise<boolean> {
  const { id, attempt, classId, userId, prompt } = generation;
  const made = end.state === 'finished' || end.state === 'held';
  const deliveries = await db.$transaction(async (tx) => {
    const { count } = await tx.generation.updateMany({
      where: { id, attempt, state: 'running' },
      data: {
        state: end.state,
        finishedAt: new Date(),
        ...(end.state === 'failed' && { failure: end.failure }),
        ...(made && { modelHash: end.modelHash, pipelineMs: end.pipelineMs }),
      },
    });
    if (count === 0) return null;
    await tx.generationPreview.deleteMany({ where: { generationId: id } });
    if (made)
      await tx.picture.create({
        data: {
          ...end.picture,
          generationId: id,
          alt: prompt || 'An uploaded picture',
          state: end.state === 'finished' ? 'approved' : 'held',
        },
      });
    if (end.state !== 'failed')
      await tx.verdict.createMany({
        data: end.verdicts.map((verdict) => ({ ...verdict, generationId: id, attempt })),
      });
    return planDeliveries(tx, generation);
  });
  if (!deliveries) return false;
  for (const delivery of deliveries) await enqueueDelivery(delivery);
  await publishLive({ kind: 'generation', classId, userId, generationId: id });
  if (end.state === 'held' || end.state === 'blocked')
    await publishLive({ kind: 'moderation', classId, userId, generationId: id });
  return true;
}
