import { createHash, randomUUID } from 'node:crypto';
import { cancelGeneration } from '#app/features/generations/cancel-generation.server.ts';
import type { GenerationForm } from '#app/features/generations/generation-form.ts';
import { requestGenerations } from '#app/features/generations/request-generations.server.ts';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import type { Batch } from '#prisma/generated/client.ts';

/** A request that broke off is completed by sending it again within this time; later it is only answered. */
const COMPLETED_WITHIN_MS = 10 * 60_000;

/** One request for pictures that share all but the seed. */
export interface BatchPart {
  form: GenerationForm;
  seeds: bigint[];
}

interface RequestBatchOptions {
  user: { id: string };
  classId: string;
  tokenId: string;
  parts: BatchPart[];
  /** What the program sent, by which a repeated request is known. */
  body: unknown;
  idempotencyKey?: string | undefined;
}

/**
 * Asks for the pictures of one request of a program, all or none. The same idempotency key asks once: whoever
 * sends the request again, or goes on after a crash, gets the same generations.
 *
 * Throws a UserError where the key was used for another request, and those of `requestGenerations`.
 */
export async function requestBatch(options: RequestBatchOptions): Promise<Batch> {
  const { user, classId, parts } = options;
  const batch = await openBatch(options);
  if (batch.createdAt.getTime() < Date.now() - COMPLETED_WITHIN_MS) return batch;
  const ids = [...batch.generationIds];
  const known = new Set(
    (await db.generation.findMany({ where: { id: { in: ids } }, select: { id: true } })).map(
      ({ id }) => id,
    ),
  );
  try {
    for (const { form, seeds } of parts) {
      const missing = ids.splice(0, seeds.length).map((id, index) => ({ id, seed: seeds[index]! }));
      const asked = missing.filter(({ id }) => !known.has(id));
      if (asked.length > 0)
        await requestGenerations({
          user,
          classId,
          form,
          ids: asked.map(({ id }) => id),
          seeds: asked.map(({ seed }) => seed),
        });
    }
  } catch (error) {
    if (error instanceof UserError) await giveUp(user, batch);
    throw error;
  }
  return batch;
}

async function openBatch(options: RequestBatchOptions): Promise<Batch> {
  const { user, classId, tokenId, parts, body, idempotencyKey = null } = options;
  const bodySha256 = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  const [made] = await db.batch.createManyAndReturn({
    data: {
      userId: user.id,
      classId,
      tokenId,
      idempotencyKey,
      bodySha256,
      generationIds: parts.flatMap(({ seeds }) => seeds.map(() => randomUUID())),
    },
    skipDuplicates: true,
  });
  if (made) return made;
  const before = await db.batch.findFirstOrThrow({ where: { userId: user.id, idempotencyKey } });
  if (before.bodySha256 !== bodySha256 || before.classId !== classId)
    throw new UserError('This idempotency key was used for another request.', {
      field: 'Idempotency-Key',
      status: 422,
    });
  return before;
}

/** A request that is refused in part is refused whole, and its key is free again. */
async function giveUp(user: { id: string }, batch: Batch): Promise<void> {
  for (const generationId of batch.generationIds) await cancelGeneration({ user, generationId });
  await db.batch.deleteMany({ where: { id: batch.id } });
}
