import { copyFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { drawHeatmap } from '#worker/engine/attention/draw-heatmap.ts';
import { nameAttention } from '#worker/engine/attention/name-attention.ts';
import type { GenerationRequest } from '#worker/engine/contract/request.ts';
import { generateImages, loadModel } from '#worker/engine/engine.ts';
import type { Model } from '#worker/engine/engine.ts';
import { openGraph } from '#worker/engine/runtime/session.ts';
import { fixture, GOLDEN_MODEL, hideAttention, withModelCopy } from './model-folder.ts';

const TOLERANCE = 1e-4;
/** The reference keeps every seventh pixel of a drawn map. */
const KEPT = 7;
const attentionNames = [
  'attention_down_1_0',
  'attention_mid_0',
  'attention_up_0_0',
  'attention_up_0_1',
];

const file = new URL('./attention-reference.json', import.meta.url);
const reference = JSON.parse(await readFile(file, 'utf8')) as {
  request: Pick<GenerationRequest, 'prompt' | 'negativePrompt' | 'steps' | 'guidance'> & {
    seed: number;
    widthPx: number;
    heightPx: number;
  };
  words: { text: string; values: number[]; large: number[] }[];
};
const { seed, ...settings } = reference.request;
const request: GenerationRequest = {
  ...settings,
  dialect: 'webui',
  seeds: [BigInt(seed)],
  sampler: 'euler',
  schedule: 'default',
  noiseSource: 'torch-cpu',
  heatmaps: true,
};

function withAttentionModel<T>(use: (model: Model) => Promise<T>): Promise<T> {
  return withModelCopy(async (dir) => {
    await copyFile(fixture('attention-unet.onnx'), path.join(dir, 'unet/model.onnx'));
    const model = await loadModel(dir);
    try {
      return await use(model);
    } finally {
      await model.close();
    }
  });
}

test('each word acts where torch says, small and drawn large', () =>
  withAttentionModel(async (model) => {
    const { pictures } = await generateImages(model, request);
    const heatmaps = pictures[0]!.heatmaps!;
    expect(heatmaps.map(({ text }) => text)).toEqual(reference.words.map(({ text }) => text));
    expect(heatmaps.map(({ text }) => text)).toContain('unbelievable');
    heatmaps.forEach((heatmap, i) => {
      const { values, large } = reference.words[i]!;
      expect([heatmap.height, heatmap.width]).toEqual([8, 12]);
      expect(largestDifference(heatmap.values, values)).toBeLessThan(TOLERANCE);
      const drawn = drawHeatmap([heatmap], request);
      const kept = drawn.filter((_, at) => {
        const [x, y] = [at % request.widthPx, Math.floor(at / request.widthPx)];
        return x % KEPT === 0 && y % KEPT === 0;
      });
      expect(largestDifference(kept, large)).toBeLessThan(TOLERANCE);
      expect(Math.max(...values) - Math.min(...values)).toBeGreaterThan(100 * TOLERANCE);
    });
  }));

test('the picture is the same with and without heatmaps, and neighbours keep their own', () =>
  withAttentionModel(async (model) => {
    const both = await generateImages(model, { ...request, seeds: [9n, BigInt(seed)] });
    const alone = await generateImages(model, { ...request, heatmaps: false });
    expect(alone.pictures[0]!.heatmaps).toBeUndefined();
    expect(both.pictures[1]!.latents).toEqual(alone.pictures[0]!.latents);
    const [other, same] = both.pictures.map(({ heatmaps }) => heatmaps!);
    reference.words.forEach(({ values }, i) => {
      expect(largestDifference(same![i]!.values, values)).toBeLessThan(TOLERANCE);
      expect(largestDifference(other![i]!.values, values)).toBeGreaterThan(TOLERANCE);
    });
  }));

test('words are found past a break, in a schedule and beside AND', () =>
  withAttentionModel(async (model) => {
    const prompt = 'a cat, cat BREAK (grey:1.2) [fog:rain:0.5] AND sea';
    const { pictures } = await generateImages(model, { ...request, prompt });
    const words = pictures[0]!.heatmaps!.map(({ text }) => text);
    expect(words).toEqual(['a', 'cat', 'cat', 'grey', 'fog', 'sea', 'rain']);
    for (const { values } of pictures[0]!.heatmaps!) expect(Math.max(...values)).toBeGreaterThan(0);
  }));

test('naming the maps changes no number that the graph gives', async () => {
  const bytes = await readFile(path.join(GOLDEN_MODEL, 'unet/model.onnx'));
  const named = nameAttention(bytes)!;
  expect(nameAttention(named)).toBeUndefined();
  const [plain, mapped] = [
    await openGraph(GOLDEN_MODEL, 'plain', {}, bytes),
    await openGraph(GOLDEN_MODEL, 'mapped', {}, named),
  ];
  const wave = (length: number) => Float32Array.from({ length }, (_, i) => Math.sin(1.3 * i));
  const feeds = {
    sample: { data: wave(2 * 4 * 8 * 12), dims: [2, 4, 8, 12] },
    timestep: { data: Float32Array.of(500), dims: [] },
    encoder_hidden_states: { data: wave(2 * 77 * 32), dims: [2, 77, 32] },
  };
  const clock = { sessionMs: 0 };
  const expected = await plain.run(feeds, clock);
  const { out_sample, ...maps } = await mapped.run(feeds, clock);
  expect(out_sample!.data).toEqual(expected.out_sample!.data);
  expect(Object.keys(maps)).toEqual(attentionNames);
  for (const { data, dims } of Object.values(maps)) {
    expect(dims).toEqual([2, 8, 24, 77]);
    for (let row = 0; row < data.length; row += 77)
      expect(data.subarray(row, row + 77).reduce((sum, x) => sum + x)).toBeCloseTo(1, 5);
  }
  await Promise.all([plain.release(), mapped.release()]);
});

test('a model without attention maps says so', () =>
  withModelCopy(async (dir) => {
    await hideAttention(dir);
    const model = await loadModel(dir);
    const drawing = generateImages(model, request);
    await expect(drawing).rejects.toMatchObject({ code: 'bad-request', field: 'heatmaps' });
    await model.close();
  }));

function largestDifference(actual: Float32Array, expected: readonly number[]): number {
  expect(actual.length).toBe(expected.length);
  return Math.max(...expected.map((value, i) => Math.abs(value - actual[i]!)));
}
