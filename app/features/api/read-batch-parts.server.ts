import { randomInt } from 'node:crypto';
import type { BatchPart } from '#app/features/batches/request-batch.server.ts';
import { findModels } from '#app/features/studio/find-models.server.ts';
import { toForm } from './generation-body.ts';
import type { GenerationBody } from './generation-body.ts';

const DRAWN_SEED_LIMIT = 2 ** 32;

/**
 * Requests of a program as parts of a batch, each with its seeds. Throws BadRequest that names what is wrong,
 * with the request's place where there are several.
 */
export async function readBatchParts(
  bodies: GenerationBody[],
  prefix?: string,
): Promise<BatchPart[]> {
  const models = await findModels();
  return bodies.map((body, index) => {
    const form = toForm(body, models, prefix ? [prefix, index] : []);
    const first = form.seed ?? BigInt(randomInt(DRAWN_SEED_LIMIT));
    const seeds = Array.from({ length: body.count }, (_, nth) => first + BigInt(nth));
    return { form, seeds };
  });
}
