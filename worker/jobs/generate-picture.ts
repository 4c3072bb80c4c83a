import { claimGeneration } from '#app/features/generations/claim-generation.server.ts';
import { finishGeneration } from '#app/features/generations/finish-generation.server.ts';
import type { GateVerdict } from '#app/features/generations/finish-generation.server.ts';
import { savePreview } from '#app/features/generations/save-preview.server.ts';
import { findBounds } from '#app/features/moderation/find-bounds.server.ts';
import { findRules } from '#app/features/moderation/find-rules.server.ts';
import { isApprovedByPerson } from '#app/features/moderation/is-approved-by-person.server.ts';
import { log } from '#app/platform/log.server.ts';
import { storeFile } from '#app/platform/storage.server.ts';
import { EngineError } from '#worker/engine/contract/errors.ts';
import { InferenceFailed, InferenceLost } from '#worker/inference/start-inference.ts';
import type { Inference } from '#worker/inference/start-inference.ts';
import type { MadePicture } from '#worker/inference/messages.ts';
import { findFlaw, FLAW_GATE, isToBeWhole } from '#worker/moderation/pictures/find-flaw.ts';
import type { PictureGate } from '#worker/moderation/pictures/gate.ts';
import type { Picture, PictureBounds } from '#worker/moderation/pictures/verdict.ts';
import { checkPrompts } from '#worker/moderation/check-prompts.ts';
import { buildRequest } from './build-request.ts';
import { enlargeStored } from './enlarge-stored.ts';
import { findAdditions } from './find-additions.ts';
import { takeUpload } from './take-upload.ts';
import type { Generation } from '#prisma/generated/client.ts';

/** A picture whose every attempt kills its process is given up. */
const MAX_ATTEMPTS = 12;
const GAVE_UP =
  'This picture could not be made, and Easel has stopped trying. Change something and ask again.';

export interface PictureTools {
  inference: Inference;
  gate: PictureGate;
}

/**
 * Takes one generation from its claim to its end: words are checked, the engine runs, the gate looks, the
 * files are stored, the row is finished. Whatever kills it on the way, a later attempt does it again.
 */
export async function generatePicture(
  { generationId }: { generationId: string },
  tools: PictureTools,
): Promise<void> {
  for (;;) {
    const generation = await claimGeneration(generationId);
    if (!generation) return;
    if (generation.attempt > MAX_ATTEMPTS) {
      await finishGeneration(generation, { state: 'failed', failure: GAVE_UP });
      return;
    }
    try {
      await attempt(generation, tools);
      return;
    } catch (error) {
      if (!(error instanceof InferenceLost)) throw error;
      log.warn({ generationId, attempt: generation.attempt }, 'inference process lost, once more');
    }
  }
}

async function attempt(generation: Generation, { inference, gate }: PictureTools): Promise<void> {
  const rules = await findRules(generation);
  const words = checkPrompts(generation, rules);
  // A teacher who has looked at a refusal has the last word on it.
  if (words.decision === 'block' && !(await isApprovedByPerson(generation.id))) {
    await finishGeneration(generation, { state: 'blocked', verdicts: [words] });
    return;
  }
  let made: MadePicture;
  const startedMs = performance.now();
  try {
    made =
      generation.mode === 'upload'
        ? await takeUpload(generation)
        : generation.mode === 'upscale'
          ? await enlargeStored(generation, inference)
          : await run(generation, inference);
  } catch (error) {
    const isExpected = error instanceof InferenceFailed || error instanceof EngineError;
    if (!isExpected) throw error;
    if (error.code === 'cancelled') return;
    await finishGeneration(generation, { state: 'failed', failure: error.message });
    return;
  }
  const seen = await look(generation, {
    image: made.image,
    bounds: await findBounds(generation, rules.bounds),
    gate,
  });
  const [sha256, thumbSha256] = await Promise.all([storeFile(made.png), storeFile(made.thumbnail)]);
  await finishGeneration(generation, {
    // Whatever is not a clear pass is held: the gate fails closed.
    state: seen.decision === 'pass' ? 'finished' : 'held',
    picture: {
      sha256,
      thumbSha256,
      bytes: made.png.byteLength,
      widthPx: made.image.widthPx,
      heightPx: made.image.heightPx,
    },
    verdicts: [words, seen],
    modelHash: made.modelHash,
    pipelineMs: Math.round(performance.now() - startedMs),
  });
}

/** What the picture gate says; a drawn picture that is none is held before it is asked. */
async function look(
  generation: Generation,
  options: { image: Picture; bounds: PictureBounds; gate: PictureGate },
): Promise<GateVerdict> {
  const { image, bounds, gate } = options;
  const flaw = isToBeWhole(generation) ? findFlaw(image) : null;
  if (flaw) return { gate: FLAW_GATE, decision: 'hold', reason: flaw, scores: {} };
  const { gate: name, decision, reason, scores } = await gate.check(image, { bounds });
  return { gate: name, decision, reason, scores: { ...scores } };
}

async function run(generation: Generation, inference: Inference): Promise<MadePicture> {
  const stopping = new AbortController();
  let saving: Promise<void> = Promise.resolve();
  const request = await buildRequest(generation);
  const additions = await findAdditions(generation);
  try {
    return await inference.generate({
      modelId: generation.modelId,
      additions,
      request,
      signal: stopping.signal,
      onStep: ({ step, steps, previewPng }) => {
        if (!previewPng) return;
        saving = saving.then(async () => {
          const goesOn = await savePreview({ generation, step, steps, png: previewPng });
          if (!goesOn) stopping.abort();
        });
        // Its fault is met where the run ends.
        saving.catch(() => {});
      },
    });
  } finally {
    await saving;
  }
}
