import { setTimeout as pause } from 'node:timers/promises';
import { generateImages } from '#worker/engine/engine.ts';
import type { Model } from '#worker/engine/engine.ts';
import { benchRequest } from './bench-request.ts';
import { compare, timeMs } from './compare.ts';

const RUNNING = 7;

/**
 * How long a request that arrives in the middle of a running batch waits for its first preview:
 * where it joins at the next step, and where it waits for the batch to end.
 */
export async function benchJoiner(model: Model, rounds: number) {
  const startBatch = () =>
    Promise.all(
      Array.from({ length: RUNNING }, (_, seed) =>
        generateImages(model, benchRequest(model, BigInt(seed))),
      ),
    );
  await startBatch();
  const batchMs = await timeMs(startBatch);

  async function firstPreviewMs(waitsForBatch: boolean): Promise<number> {
    const arrivalMs = performance.now() + batchMs / 2;
    const batch = startBatch();
    // The process is busy with a call when the request arrives: that wait counts too.
    await pause(batchMs / 2);
    if (waitsForBatch) await batch;
    let previewMs: number | undefined;
    await generateImages(model, benchRequest(model, 99n), {
      onStep: () => (previewMs ??= performance.now()),
    });
    await batch;
    return previewMs! - arrivalMs;
  }

  return compare(
    rounds,
    () => firstPreviewMs(false),
    () => firstPreviewMs(true),
  );
}
