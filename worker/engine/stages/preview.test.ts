import { afterAll, beforeAll, expect, test } from 'vitest';
import { TorchCpuNoise } from '../noise/torch-cpu.ts';
import { openGraph } from '../runtime/session.ts';
import type { Graph } from '../runtime/session.ts';
import { drawPreviews } from './preview.ts';

const CLOCK = { sessionMs: 0 };

let decoder: Graph;
beforeAll(async () => {
  decoder = await openGraph('tests/conformance/fixtures/local-decoder.onnx', 'local-decoder');
});
afterAll(() => decoder.release());

/** A model with no more than previews need. */
function modelWith(vaeDecoderTiny: Graph | undefined) {
  const graphs = { vaeDecoderTiny } as Parameters<typeof drawPreviews>[0]['graphs'];
  const factors: [number, number, number][] = [
    [0.2, 0, 0],
    [0, 0.2, 0],
    [0, 0, 0.2],
    [0, 0, 0],
  ];
  return { graphs, latentRgb: { factors, bias: [0.5, 0.5, 0.5] as [number, number, number] } };
}

function latentsOf(height: number, width: number) {
  const shape = { pictures: 2, channels: 4, height, width };
  const latents = new Float32Array(2 * 4 * height * width);
  new TorchCpuNoise(1n).fill(latents);
  return { shape, latents };
}

test.each([
  [16, 16, 16, 16],
  [12, 20, 12, 20],
  [64, 64, 20, 20],
  [96, 64, 20, 13],
])('%i x %i latents are shown by %i x %i pixels at most', async (height, width, rows, columns) => {
  const { shape, latents } = latentsOf(height, width);
  for (const model of [modelWith(undefined), modelWith(decoder)]) {
    const previews = await drawPreviews(model, latents, shape, CLOCK);
    expect(previews).toHaveLength(2);
    for (const { widthPx, heightPx, data } of previews) {
      expect([heightPx, widthPx, data.length]).toEqual([rows, columns, rows * columns * 3]);
    }
    expect(previews[0]!.data).not.toEqual(previews[1]!.data);
  }
});

test('a small preview is the linear map of its latents, pixel by pixel', async () => {
  const { shape, latents } = latentsOf(8, 8);
  const previews = await drawPreviews(modelWith(undefined), latents, shape, CLOCK);
  previews[1]!.data.forEach((byte, i) => {
    const value = latents[4 * 64 + (i % 3) * 64 + Math.floor(i / 3)]! * 0.2 + 0.5;
    expect(Math.abs(byte - Math.min(Math.max(value, 0), 1) * 255)).toBeLessThanOrEqual(0.51);
  });
});

test('the small decoder’s picture is shown by the mean of its pixels', async () => {
  const { shape, latents } = latentsOf(8, 8);
  const [preview] = await drawPreviews(modelWith(decoder), latents, shape, CLOCK);
  const feeds = { latent_sample: { data: latents, dims: [2, 4, 8, 8] } };
  const { data } = (await decoder.run(feeds, CLOCK))['sample']!;
  let sum = 0;
  for (let y = 8; y < 16; y++) {
    for (let x = 16; x < 24; x++) sum += data[4096 + y * 64 + x]! * 0.5 + 0.5;
  }
  expect(Math.abs(preview!.data[(8 + 2) * 3 + 1]! - (sum / 64) * 255)).toBeLessThanOrEqual(0.51);
});
