import { createHash } from 'node:crypto';
import { claimHeatmaps } from '#app/features/heatmaps/claim-heatmaps.server.ts';
import type { ClaimedHeatmaps } from '#app/features/heatmaps/claim-heatmaps.server.ts';
import { packHeatmaps } from '#app/features/heatmaps/pack-heatmaps.ts';
import { finishHeatmaps, saveHeatmapStep } from '#app/features/heatmaps/save-heatmaps.server.ts';
import { readControls } from '#app/features/generations/control-record.ts';
import { log } from '#app/platform/log.server.ts';
import { EngineError } from '#worker/engine/contract/errors.ts';
import { InferenceFailed, InferenceLost } from '#worker/inference/start-inference.ts';
import type { Inference } from '#worker/inference/start-inference.ts';
import { buildRequest } from './build-request.ts';
import { findAdditions } from './find-additions.ts';

/** An ask whose every attempt kills its process is given up. */
const MAX_ATTEMPTS = 12;
const GAVE_UP = 'Easel could not draw this picture once more, and has stopped trying.';
const IS_ANOTHER =
  'Drawn once more, this picture comes out different: its model has changed since. So nobody can say where the model looked back then.';
/** A page need not hear of every step. */
const SAY_EVERY_MS = 300;

/**
 * Draws a picture once more with the settings and the seed of its row, and keeps where the model looked for each
 * word, if the file is the same byte by byte. Whatever kills it on the way, a later attempt does it again.
 */
export async function drawHeatmaps(
  { pictureId }: { pictureId: string },
  inference: Inference,
): Promise<void> {
  for (;;) {
    const claimed = await claimHeatmaps(pictureId);
    if (!claimed) return;
    if (claimed.attempt > MAX_ATTEMPTS) return finishHeatmaps(claimed, { failure: GAVE_UP });
    try {
      return await attempt(claimed, inference);
    } catch (error) {
      if (!(error instanceof InferenceLost)) throw error;
      log.warn({ pictureId, attempt: claimed.attempt }, 'inference process lost, once more');
    }
  }
}

async function attempt(claimed: ClaimedHeatmaps, inference: Inference): Promise<void> {
  const { generation, sha256 } = claimed.picture;
  let saidMs = -Infinity;
  let saving: Promise<void> = Promise.resolve();
  try {
    const made = await inference.generate({
      modelId: generation.modelId,
      additions: await findAdditions(generation),
      request: { ...(await buildRequest(generation)), heatmaps: true },
      signal: new AbortController().signal,
      onStep: (progress) => {
        if (performance.now() - saidMs < SAY_EVERY_MS) return;
        saidMs = performance.now();
        saving = saving.then(() => saveHeatmapStep(claimed, progress));
        // Its fault is met where the run ends.
        saving.catch(() => {});
      },
    });
    const isSame = createHash('sha256').update(made.png).digest('hex') === sha256;
    await finishHeatmaps(
      claimed,
      isSame ? packHeatmaps(made.heatmaps ?? []) : { failure: IS_ANOTHER },
    );
  } catch (error) {
    const isExpected = error instanceof InferenceFailed || error instanceof EngineError;
    if (!isExpected) throw error;
    await finishHeatmaps(claimed, { failure: explain(error, claimed) });
  } finally {
    await saving;
  }
}

/** The picture was drawn from this very request, so all that can be bad about it now are the heatmaps. */
function explain({ code, message }: { code: string; message: string }, claimed: ClaimedHeatmaps) {
  if (code !== 'bad-request') return message;
  return readControls(claimed.picture.generation.controls).length > 0
    ? 'This model can’t say where it looked for a word while a control picture steers it.'
    : 'This model can’t say where it looked for a word. Pictures by other models can.';
}
