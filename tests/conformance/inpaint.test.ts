import { copyFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GenerationRequest, MaskImage, RgbImage } from '#worker/engine/contract/request.ts';
import { extendCanvas, generateImages, loadModel } from '#worker/engine/engine.ts';
import type { Model } from '#worker/engine/engine.ts';
import { fixture, GOLDEN_MODEL, withModelCopy } from './model-folder.ts';

const image: RgbImage = {
  widthPx: 96,
  heightPx: 64,
  data: Uint8Array.from({ length: 96 * 64 * 3 }, (_, i) => (i * 7919) % 256),
};

function rectangle(x0: number, y0: number, x1: number, y1: number): MaskImage {
  const mask = { widthPx: 96, heightPx: 64, data: new Uint8Array(96 * 64) };
  for (let y = y0; y < y1; y++) mask.data.fill(255, y * 96 + x0, y * 96 + x1);
  return mask;
}

const mask = rectangle(30, 20, 70, 50);

function request(
  painting: Partial<NonNullable<GenerationRequest['inpaint']>> = {},
  strength = 0.8,
): GenerationRequest {
  return {
    prompt: 'a face',
    negativePrompt: '',
    dialect: 'webui',
    seeds: [1n, 2n],
    widthPx: 96,
    heightPx: 64,
    steps: 4,
    guidance: 5,
    sampler: 'euler',
    schedule: 'default',
    noiseSource: 'torch-cpu',
    start: { image, strength },
    inpaint: {
      mask,
      blurPx: 0,
      content: 'original',
      area: 'whole',
      paddingPx: 8,
      keepOutside: true,
      ...painting,
    },
  };
}

/** Which bytes differ from the original inside the mask, and how many outside. */
function changes(painted: RgbImage, where: MaskImage): { inside: number; outside: number } {
  const counts = { inside: 0, outside: 0 };
  painted.data.forEach((byte, i) => {
    if (byte === image.data[i]) return;
    counts[where.data[Math.floor(i / 3)]! >= 128 ? 'inside' : 'outside']++;
  });
  return counts;
}

let model: Model;
beforeAll(async () => {
  model = await loadModel(GOLDEN_MODEL);
});
afterAll(() => model.close());

describe('outside the mask every byte stays', () => {
  test.each([
    ['plain', {}],
    ['with a soft edge', { blurPx: 6 }],
    ['filled first', { content: 'fill' as const }],
    ['from noise', { content: 'noise' as const }],
    ['from nothing', { content: 'nothing' as const }],
    ['the masked part alone', { area: 'masked' as const }],
    ['the masked part alone, soft', { area: 'masked' as const, blurPx: 4 }],
  ])('%s', async (_, painting) => {
    const { pictures } = await generateImages(model, request(painting));
    for (const { image: painted } of pictures) {
      expect([painted.widthPx, painted.heightPx]).toEqual([96, 64]);
      const { inside, outside } = changes(painted, mask);
      expect(outside).toBe(0);
      expect(inside).toBeGreaterThan(500);
    }
  });
});

test('what lies under the mask at the start changes the picture', async () => {
  const contents = ['original', 'fill', 'noise', 'nothing'] as const;
  const drawn = await Promise.all(
    contents.map((content) => generateImages(model, request({ content }, 0.5))),
  );
  const prints = drawn.map(({ pictures }) => pictures[0]!.latents.join());
  expect(new Set(prints).size).toBe(contents.length);
});

test('a 9-channel UNet sees the mask and the masked picture', () =>
  withModelCopy(async (dir) => {
    await copyFile(fixture('inpaint-unet.onnx'), path.join(dir, 'unet/model.onnx'));
    const file = path.join(dir, 'unet/config.json');
    const config = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    await writeFile(file, JSON.stringify({ ...config, in_channels: 9 }));
    const inpainting = await loadModel(dir);
    const first = await generateImages(inpainting, request({}, 1));
    const other = await generateImages(inpainting, request({ mask: rectangle(0, 0, 48, 64) }, 1));
    expect(changes(first.pictures[0]!.image, mask).outside).toBe(0);
    expect(first.pictures[0]!.latents).not.toEqual(other.pictures[0]!.latents);
    const without = generateImages(inpainting, {
      ...request(),
      start: undefined,
      inpaint: undefined,
    });
    await expect(without).rejects.toMatchObject({ code: 'bad-request', field: 'inpaint' });
    await inpainting.close();
  }));

test('an empty mask is refused where only the masked part is painted', async () => {
  const drawing = generateImages(model, request({ mask: rectangle(0, 0, 0, 0), area: 'masked' }));
  await expect(drawing).rejects.toMatchObject({ code: 'bad-request', field: 'mask' });
});

test('a mask without a picture is refused', async () => {
  const drawing = generateImages(model, { ...request(), start: undefined });
  await expect(drawing).rejects.toMatchObject({ code: 'bad-request', field: 'start' });
});

test('outpainting keeps the picture and masks what is new', () => {
  const canvas = extendCanvas(image, { left: 32, right: 0, top: 0, bottom: 32 });
  expect([canvas.image.widthPx, canvas.image.heightPx]).toEqual([128, 96]);
  for (const [x, y] of [
    [0, 0],
    [95, 63],
    [40, 20],
  ] as const) {
    const pixel = y * 128 + x + 32;
    expect(canvas.mask.data[pixel]).toBe(0);
    const from = (y * 96 + x) * 3;
    expect([...canvas.image.data.subarray(pixel * 3, pixel * 3 + 3)]).toEqual([
      ...image.data.subarray(from, from + 3),
    ]);
  }
  const added = canvas.mask.data.filter((value) => value === 255).length;
  expect(added).toBe(128 * 96 - 96 * 64);
  expect(canvas.image.data[0]).toBeGreaterThan(0);
});
