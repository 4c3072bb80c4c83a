import { generateImages } from '#worker/engine/engine.ts';
import type { Model } from '#worker/engine/engine.ts';
import { benchRequest } from './bench-request.ts';
import { compare } from './compare.ts';
import type { Comparison } from './compare.ts';

const RUNNING = 7;

/**
 * How long a request that arrives in the middle of a running batch, and of one of its calls, waits
 * for its first preview: where it joins at the next step, and where it waits for the batch to end.
 */
export function benchJoiner(model: Model, rounds: number): Promise<Comparison> {
  async function firstPreviewMs(waitsForBatch: boolean): Promise<number> {
    const { arrivalMs, batch } = await runToTheMiddle();
    if (waitsForBatch) await batch;
    let previewMs: number | undefined;
    await generateImages(model, benchRequest(model, 99n), {
      onStep: () => (previewMs ??= performance.now()),
    });
    await batch;
    return previewMs! - arrivalMs;
  }

  /** Starts a batch and comes back after its middle call, with the time of that call's middle. */
  function runToTheMiddle(): Promise<{ arrivalMs: number; batch: Promise<unknown> }> {
    return new Promise((resolve, reject) => {
      let lastMs = 0;
      const onStep = ({ step, steps }: { step: number; steps: number }) => {
        const arrivalMs = (lastMs + performance.now()) / 2;
        lastMs = performance.now();
        if (step === steps / 2) resolve({ arrivalMs, batch });
      };
      const batch = Promise.all(
        Array.from({ length: RUNNING }, (_, seed) =>
          generateImages(model, benchRequest(model, BigInt(seed)), seed === 0 ? { onStep } : {}),
        ),
      );
      batch.catch(reject);
    });
  }

  return compare(
    rounds,
    () => firstPreviewMs(false),
    () => firstPreviewMs(true),
  );
}
