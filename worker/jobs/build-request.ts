import { readConcepts } from '#app/features/concepts/concept-record.ts';
import { writeForEngine } from '#app/features/concepts/concept-tags.ts';
import { readControls } from '#app/features/generations/control-record.ts';
import { readStoredFile } from '#app/platform/storage.server.ts';
import { generationRequestSchema, textToImageSchema } from '#worker/engine/contract/request.ts';
import type { GenerationRequest } from '#worker/engine/contract/request.ts';
import { decodeImage, decodeMask, resizeImage } from '#worker/engine/image/image-file.ts';
import type { Generation } from '#prisma/generated/client.ts';

/**
 * What the engine is asked for: the row's settings, with its start picture, mask and controls read from the
 * storage. The start picture is brought to the size that is drawn. Throws where a stored file is gone.
 */
export async function buildRequest(row: Generation): Promise<GenerationRequest> {
  const size = { widthPx: row.widthPx, heightPx: row.heightPx };
  const { startSha256, maskSha256, hiresScale, variationSeed } = row;
  const start = startSha256 && {
    image: await resizeImage(await decodeImage(await readStoredFile(startSha256), 'start'), size),
    strength: row.strength ?? undefined,
  };
  const inpaint = maskSha256 && {
    mask: await decodeMask(await readStoredFile(maskSha256), 'mask'),
    blurPx: row.maskBlurPx ?? undefined,
    content: row.maskContent ?? undefined,
    area: row.maskArea ?? undefined,
    paddingPx: row.maskPaddingPx ?? undefined,
  };
  const controls = await Promise.all(
    readControls(row.controls).map(async ({ sha256, ...control }) => ({
      ...control,
      image: await decodeImage(await readStoredFile(sha256), 'controls'),
    })),
  );
  const concepts = readConcepts(row.concepts);
  const prompts = {
    prompt: writeForEngine(row.prompt, concepts),
    negativePrompt: writeForEngine(row.negativePrompt, concepts),
  };
  return generationRequestSchema.parse({
    ...textToImageSchema.parse({ ...row, ...prompts, seeds: [row.seed] }),
    ...(start && { start }),
    ...(inpaint && { inpaint }),
    ...(controls.length > 0 && { controls }),
    ...(hiresScale && { hires: { scale: hiresScale, strength: row.hiresStrength ?? undefined } }),
    ...(variationSeed !== null && {
      variation: { seed: variationSeed, strength: row.variationStrength ?? 0 },
    }),
    ...(row.guidanceRescale !== null && { guidanceRescale: row.guidanceRescale }),
  });
}
