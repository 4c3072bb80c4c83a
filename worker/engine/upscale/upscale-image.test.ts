import { expect, test } from 'vitest';
import type { RgbImage } from '#worker/engine/contract/request.ts';
import { openGraph } from '#worker/engine/runtime/session.ts';
import { planTiles } from './tiles.ts';
import { upscaleImage } from './upscale-image.ts';
import { createUpscaler } from './upscaler.ts';
import type { Upscaler } from './upscaler.ts';

function paint(widthPx: number, heightPx: number): RgbImage {
  const data = new Uint8Array(widthPx * heightPx * 3);
  for (let at = 0; at < data.length; at++) {
    const [x, y] = [Math.floor(at / 3) % widthPx, Math.floor(at / 3 / widthPx)];
    const wave = Math.sin(x / 5 + (at % 3)) * Math.cos(y / 7) + Math.sin((x * y) / 900);
    data[at] = 127 + 60 * wave;
  }
  return { widthPx, heightPx, data };
}

/** Doubles each pixel; `tint` is added to each tile, and `borderPx` around it are broken. */
function doubler(tint: (tile: number) => number, borderPx = 0): Upscaler {
  let tiles = 0;
  return {
    scale: 2,
    fixedTilePx: undefined,
    enlarge: ({ data, dims }) => {
      const [, , height = 0, width = 0] = dims;
      const added = tint(tiles++);
      const enlarged = Float32Array.from({ length: data.length * 4 }, (_, at) => {
        const x = Math.floor(at / 2) % width;
        const y = Math.floor(at / (4 * width)) % height;
        const channel = Math.floor(at / (4 * width * height));
        const edgePx = Math.min(x, y, width - 1 - x, height - 1 - y);
        if (edgePx < borderPx) return 0;
        return data[(channel * height + y) * width + x]! + added;
      });
      return Promise.resolve({ data: enlarged, dims: [1, 3, height * 2, width * 2] });
    },
  };
}

function double({ widthPx, data }: RgbImage): Uint8Array {
  return Uint8Array.from({ length: data.length * 4 }, (_, at) => {
    const [x, y] = [Math.floor(at / 3) % (widthPx * 2), Math.floor(at / 6 / widthPx)];
    return data[((y >> 1) * widthPx + (x >> 1)) * 3 + (at % 3)]!;
  });
}

test.each([
  [100, 64, 16],
  [64, 64, 16],
  [65, 64, 32],
  [1000, 96, 24],
  [30, 64, 16],
])('tiles over %i pixels weigh 1 everywhere', (lengthPx, tilePx, overlapPx) => {
  const tiles = planTiles(lengthPx, tilePx, overlapPx, 4);
  const sums = new Float64Array(Math.max(lengthPx, tilePx) * 4);
  for (const { startPx, weights } of tiles) {
    for (const [at, weight] of weights.entries()) sums[startPx * 4 + at]! += weight;
  }
  for (const sum of sums) expect(sum).toBeCloseTo(1, 5);
  for (const [index, { startPx }] of tiles.entries()) {
    const next = tiles[index + 1];
    if (next) expect(startPx + tilePx - next.startPx).toBeGreaterThanOrEqual(overlapPx - 1);
  }
});

test.each([
  [150, 90],
  [64, 200],
  [17, 5],
  [1, 1],
])('%i x %i pixels come out as if enlarged at once', async (widthPx, heightPx) => {
  const image = paint(widthPx, heightPx);
  const result = await upscaleImage(
    image,
    doubler(() => 0),
    { tilePx: 64, overlapPx: 16 },
  );
  expect([result.widthPx, result.heightPx]).toEqual([widthPx * 2, heightPx * 2]);
  expect(Buffer.from(result.data).equals(double(image))).toBe(true);
});

test("a tile's blind border leaves no seam", async () => {
  const image = paint(150, 90);
  const result = await upscaleImage(
    image,
    doubler(() => 0, 4),
    { tilePx: 64, overlapPx: 16 },
  );
  const [expected, width] = [double(image), 300];
  const errors = result.data.map((value, at) => {
    const [x, y] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width)];
    const isRim = x < 8 || y < 8 || x >= width - 8 || y >= 172;
    return isRim ? 0 : Math.abs(value - expected[at]!);
  });
  expect(errors.reduce((most, error) => Math.max(most, error))).toBeLessThanOrEqual(1);
});

test('tiles of different tint pass into each other without a step', async () => {
  const flat = { ...paint(160, 100), data: new Uint8Array(160 * 100 * 3).fill(128) };
  const tinted = doubler((tile) => (tile % 2 === 0 ? 0.1 : -0.1));
  const { data, widthPx } = await upscaleImage(flat, tinted, { tilePx: 64, overlapPx: 24 });
  let largestStep = 0;
  for (let at = 0; at < data.length; at++) {
    if (Math.floor(at / 3) % widthPx > 0) {
      largestStep = Math.max(largestStep, Math.abs(data[at]! - data[at - 3]!));
    }
  }
  expect(Math.max(...data.subarray(0, 9000)) - Math.min(...data.subarray(0, 9000))).toBeGreaterThan(
    40,
  );
  expect(largestStep).toBeLessThanOrEqual(5);
});

test('a real graph enlarges, and its scale is found', async () => {
  const graph = await openGraph('tests/fixtures/double-size.onnx', 'double-size.onnx');
  const upscaler = await createUpscaler(graph, 'double-size.onnx');
  expect(upscaler).toMatchObject({ scale: 2, fixedTilePx: undefined });
  const image = paint(90, 70);
  const { data } = await upscaleImage(image, upscaler, { tilePx: 48, overlapPx: 16 });
  expect(Buffer.from(data).equals(double(image))).toBe(true);
  await graph.release();
});

test('a graph that enlarges nothing is refused', async () => {
  const graph = await openGraph('models/starter/vae_decoder/model.onnx', 'vae_decoder');
  await expect(createUpscaler(graph, 'vae_decoder')).rejects.toMatchObject({ code: 'bad-model' });
  await graph.release();
});

test('too large, cancelled and broken runs end with one clear error', async () => {
  const huge = { widthPx: 8000, heightPx: 4000, data: new Uint8Array() };
  await expect(
    upscaleImage(
      huge,
      doubler(() => 0),
    ),
  ).rejects.toMatchObject({ field: 'upscale' });
  const signal = AbortSignal.abort();
  await expect(
    upscaleImage(
      paint(9, 9),
      doubler(() => 0),
      { signal },
    ),
  ).rejects.toMatchObject({
    code: 'cancelled',
  });
  await expect(
    upscaleImage(
      paint(9, 9),
      doubler(() => NaN),
    ),
  ).rejects.toMatchObject({
    code: 'run-failed',
  });
});
