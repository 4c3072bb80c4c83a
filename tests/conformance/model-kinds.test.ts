import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { GenerationRequest } from '#worker/engine/contract/request.ts';
import { generateImages, loadModel } from '#worker/engine/engine.ts';
import { fixture } from './model-folder.ts';

/** What `make_model_kinds.py` writes: diffusers' pictures from the same weights. */
const casesSchema = z.array(
  z.object({
    name: z.string(),
    folder: z.string(),
    request: z.object({
      prompt: z.string(),
      negativePrompt: z.string(),
      seeds: z.array(z.number()),
      steps: z.number(),
      guidance: z.number(),
      widthPx: z.number(),
      heightPx: z.number(),
      clipSkip: z.number().optional(),
      loras: z.array(z.tuple([z.string(), z.number()])).default([]),
      words: z.array(z.string()).default([]),
      strength: z.number().optional(),
    }),
    latents: z.string(),
    firstPicture: z.string(),
  }),
);

const file = new URL('./model-kinds.json', import.meta.url);
const cases = casesSchema.parse(JSON.parse(await readFile(file, 'utf8')));

/** The picture and mask that `make_model_kinds.py` paints into. */
function painting(strength: number): Partial<GenerationRequest> {
  const [widthPx, heightPx] = [64, 96];
  const data = Uint8Array.from({ length: widthPx * heightPx * 3 }, (_, i) => (i * 7919) % 256);
  const mask = { widthPx, heightPx, data: new Uint8Array(widthPx * heightPx) };
  for (let y = 20; y < 70; y++) mask.data.fill(255, y * widthPx + 10, y * widthPx + 50);
  const usual = { blurPx: 0, content: 'original', area: 'whole', paddingPx: 0 } as const;
  return {
    start: { image: { widthPx, heightPx, data }, strength },
    inpaint: { mask, ...usual, keepOutside: false },
  };
}

test.each(cases)('$name: the latents that diffusers reaches', async (known) => {
  const { seeds, strength, loras, words, ...rest } = known.request;
  const model = await loadModel(fixture(known.folder), {
    loras: loras.map(([name, by]) => ({ name, file: fixture(name), strength: by })),
    embeddings: words.map((name) => fixture(name)),
  });
  try {
    const { pictures } = await generateImages(model, {
      ...rest,
      dialect: 'webui',
      seeds: seeds.map(BigInt),
      schedule: 'default',
      noiseSource: 'torch-cpu',
      ...(strength !== undefined && painting(strength)),
    });
    const expected = floats(known.latents);
    const got = Float32Array.from(pictures.flatMap(({ latents }) => [...latents]));
    expect(largestDifference(got, expected)).toBeLessThan(1e-4);
    const pixels = Buffer.from(known.firstPicture, 'base64');
    expect(largestDifference(pictures[0]!.image.data, pixels)).toBeLessThanOrEqual(1 / 255);
  } finally {
    await model.close();
  }
});

function floats(base64: string): Float32Array {
  return new Float32Array(new Uint8Array(Buffer.from(base64, 'base64')).buffer);
}

/** As a share of the largest expected number. */
function largestDifference(got: ArrayLike<number>, expected: ArrayLike<number>): number {
  expect(got.length).toBe(expected.length);
  let [most, largest] = [0, 0];
  for (let i = 0; i < expected.length; i++) {
    most = Math.max(most, Math.abs(got[i]! - expected[i]!));
    largest = Math.max(largest, Math.abs(expected[i]!));
  }
  return most / largest;
}
