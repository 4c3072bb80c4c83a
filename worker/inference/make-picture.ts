import type { GenerationRequest } from '#worker/engine/contract/request.ts';
import { generateImages } from '#worker/engine/engine.ts';
import type { Model } from '#worker/engine/engine.ts';
import { encodePng } from '#worker/engine/image/image-file.ts';
import { INFOTEXT_KEY } from '#worker/engine/metadata/infotext.ts';
import { markPicture } from '#worker/engine/watermark/mark-picture.ts';
import { pictureSettings } from '#worker/engine/picture-settings.ts';
import type { MadePicture } from './messages.ts';
import { packPicture } from './pack-picture.ts';

/** Quicker than this nobody sees a difference between two previews. */
const PREVIEW_EVERY_MS = 120;

interface MakeOptions {
  onStep: (progress: { step: number; steps: number; previewPng?: Uint8Array }) => void;
  signal: AbortSignal | undefined;
}

/**
 * Makes one picture whole: pixels with the invisible mark for the gate, a PNG of them that carries its settings
 * and says that it was made by AI, and a thumbnail. Throws EngineError.
 */
export async function makePicture(
  model: Model,
  request: GenerationRequest,
  { onStep, signal }: MakeOptions,
): Promise<MadePicture> {
  let lastPreviewMs = -Infinity;
  let sending: Promise<void> = Promise.resolve();
  const { pictures, timing } = await generateImages(model, request, {
    ...(signal && { signal }),
    onStep: ({ step, steps, previews }) => {
      const preview = previews[0];
      const now = performance.now();
      if (!preview || now - lastPreviewMs < PREVIEW_EVERY_MS) return onStep({ step, steps });
      lastPreviewMs = now;
      sending = sending.then(async () =>
        onStep({ step, steps, previewPng: await encodePng(preview) }),
      );
    },
  });
  await sending;
  const { image: drawn, seed, heatmaps } = pictures[0]!;
  // Where inpainting keeps a picture's bytes, so does the mark.
  const image = markPicture(drawn, request.inpaint?.keepOutside ? request.start?.image : undefined);
  return {
    ...(await packPicture(image, { [INFOTEXT_KEY]: pictureSettings(model, request, seed) })),
    modelHash: model.hash,
    totalMs: timing.totalMs,
    ...(heatmaps && { heatmaps }),
  };
}
