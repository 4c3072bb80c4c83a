import type { GenerationRequest } from '#worker/engine/contract/request.ts';
import { generateImages } from '#worker/engine/engine.ts';
import type { Model } from '#worker/engine/engine.ts';
import { encodePng, encodeThumbnail } from '#worker/engine/image/image-file.ts';
import { INFOTEXT_KEY } from '#worker/engine/metadata/infotext.ts';
import { writePngTexts } from '#worker/engine/metadata/png-text.ts';
import { formatAiXmp } from '#worker/engine/metadata/xmp.ts';
import { pictureSettings } from '#worker/engine/picture-settings.ts';
import { THUMBNAIL_SIDE_PX } from './messages.ts';
import type { MadePicture } from './messages.ts';

/** Quicker than this nobody sees a difference between two previews. */
const PREVIEW_EVERY_MS = 120;
/** The key by which PNG readers find XMP. */
const XMP_KEY = 'XML:com.adobe.xmp';

interface MakeOptions {
  onStep: (progress: { step: number; steps: number; previewPng?: Uint8Array }) => void;
  signal: AbortSignal | undefined;
}

/**
 * Makes one picture whole: pixels for the gate, a PNG that carries its settings and says that it was made
 * by AI, and a thumbnail. Throws EngineError.
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
  const { image, seed } = pictures[0]!;
  const [png, thumbnail] = await Promise.all([
    encodePng(image),
    encodeThumbnail(image, THUMBNAIL_SIDE_PX),
  ]);
  return {
    image,
    png: writePngTexts(png, {
      [INFOTEXT_KEY]: pictureSettings(model, request, seed),
      [XMP_KEY]: formatAiXmp(),
    }),
    thumbnail,
    modelHash: model.hash,
    totalMs: timing.totalMs,
  };
}
