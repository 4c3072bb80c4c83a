import { expect, test } from 'vitest';
import type { RgbImage } from '../contract/request.ts';
import { TorchCpuNoise } from '../noise/torch-cpu.ts';
import { openGraph } from '../runtime/session.ts';
import type { Graph } from '../runtime/session.ts';
import type { FloatTensor } from '../runtime/tensor.ts';
import { DECODE_TILE, decodeTiles, needsTiles } from './decode-tiles.ts';

const CLOCK = { sessionMs: 0 };

function noiseOf(height: number, width: number): FloatTensor {
  const data = new Float32Array(4 * height * width);
  new TorchCpuNoise(11n).fill(data);
  return { data, dims: [1, 4, height, width] };
}

function decoderOf(graph: Graph): (tile: FloatTensor) => Promise<FloatTensor> {
  const [input] = graph.inputs.keys();
  const [output] = graph.outputs.keys();
  return async (tile) => (await graph.run({ [input!]: tile }, CLOCK))[output!]!;
}

/** The largest difference of a byte from the picture of one pass. */
async function seam(
  latents: FloatTensor,
  decode: (tile: FloatTensor) => Promise<FloatTensor>,
  tiling: { tile: number; overlap: number },
): Promise<{ most: number; sizes: number[][] }> {
  const sizes: number[][] = [];
  const tiled: RgbImage = await decodeTiles(latents, { ...tiling, scale: 8 }, (tile) => {
    sizes.push(tile.dims.slice(2));
    return decode(tile);
  });
  const { data } = await decode(latents);
  const plane = data.length / 3;
  let most = 0;
  for (let pixel = 0; pixel < plane; pixel++) {
    for (let colour = 0; colour < 3; colour++) {
      const whole = Math.min(Math.max(data[colour * plane + pixel]! * 0.5 + 0.5, 0), 1) * 255;
      most = Math.max(most, Math.abs(tiled.data[pixel * 3 + colour]! - whole));
    }
  }
  return { most, sizes };
}

test.each([
  [40, 56],
  [20, 90],
  [64, 64],
])('%i x %i latents of a local decoder show no seam', async (height, width) => {
  const graph = await openGraph('tests/conformance/fixtures/local-decoder.onnx', 'local-decoder');
  const { most, sizes } = await seam(noiseOf(height, width), decoderOf(graph), {
    tile: 24,
    overlap: 12,
  });
  expect(most).toBeLessThanOrEqual(1);
  expect(sizes.length).toBeGreaterThan(3);
  for (const [h, w] of sizes) expect(h! * w!).toBeLessThanOrEqual(24 * 24);
  await graph.release();
});

test('the starter’s decoder shows no seam at the size of tiles that large pictures take', async () => {
  const graph = await openGraph('models/starter/vae_decoder/model.onnx', 'vae_decoder');
  const { most, sizes } = await seam(noiseOf(72, 130), decoderOf(graph), DECODE_TILE);
  expect(sizes.length).toBeGreaterThan(4);
  expect(most).toBeLessThanOrEqual(1);
  await graph.release();
});

test('only large pictures are decoded in tiles', () => {
  expect(needsTiles({ height: 96, width: 96 })).toBe(false);
  expect(needsTiles({ height: 128, width: 96 })).toBe(true);
});
