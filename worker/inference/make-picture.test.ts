import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GenerationRequest } from '#worker/engine/contract/request.ts';
import { generationRequestSchema } from '#worker/engine/contract/request.ts';
import { loadModel } from '#worker/engine/engine.ts';
import type { Model } from '#worker/engine/engine.ts';
import { decodeImage } from '#worker/engine/image/image-file.ts';
import { readPngTexts } from '#worker/engine/metadata/png-text.ts';
import { readPictureSettings } from '#worker/engine/metadata/read-picture-settings.ts';
import { DIGITAL_SOURCE_TYPE, XMP_KEY } from '#worker/engine/metadata/xmp.ts';
import { detectMark } from '#worker/engine/watermark/detect-mark.ts';
import { makePicture } from './make-picture.ts';

const SIDE_PX = 128;

let model: Model;
beforeAll(async () => {
  model = await loadModel('models/starter');
});
afterAll(() => model.close());

async function make(request: Partial<GenerationRequest>) {
  const asked = generationRequestSchema.parse({
    ...{ prompt: 'a red house', seeds: [3n], steps: 4, guidance: 4 },
    ...{ widthPx: SIDE_PX, heightPx: SIDE_PX, ...request },
  });
  const { png } = await makePicture(model, asked, { onStep: () => {}, signal: undefined });
  return { png, image: await decodeImage(Buffer.from(png), 'picture') };
}

test('a finished picture says in three ways that it was made by AI', async () => {
  const { png, image } = await make({});
  expect(detectMark(image).isMarked).toBe(true);
  expect(readPngTexts(png).get(XMP_KEY)).toContain(DIGITAL_SOURCE_TYPE);
  expect(readPictureSettings(png)).toMatchObject({ prompt: 'a red house', seed: 3n, steps: 4 });
});

test('what inpainting keeps has the bytes of its start picture, and the whole is marked', async () => {
  const { image: start } = await make({});
  const mask = new Uint8Array(SIDE_PX * SIDE_PX).fill(255, 0, (SIDE_PX * SIDE_PX) / 2);
  const { image } = await make({
    prompt: 'a blue house',
    start: { image: start, strength: 1 },
    inpaint: {
      ...{ mask: { widthPx: SIDE_PX, heightPx: SIDE_PX, data: mask }, blurPx: 0, paddingPx: 0 },
      ...{ content: 'original', area: 'whole', keepOutside: true },
    },
  });
  const half = image.data.length / 2;
  expect(image.data.subarray(half)).toEqual(start.data.subarray(half));
  expect(image.data.subarray(0, half)).not.toEqual(start.data.subarray(0, half));
  expect(detectMark(image).isMarked).toBe(true);
});
