import path from 'node:path';
import { expect, test } from 'vitest';
import type { RgbImage } from '#worker/engine/contract/request.ts';
import { loadDecomposer } from './decomposer.ts';

const FOLDER = path.resolve('tests/conformance/fixtures/decomposer');

const image: RgbImage = {
  widthPx: 40,
  heightPx: 24,
  data: Uint8Array.from({ length: 40 * 24 * 3 }, (_, i) => (i * 7919) % 256),
};

test('each part comes out as the graph draws it, at the picture’s own size', async () => {
  const decomposer = await loadDecomposer(FOLDER);
  const parts = { segment: 0, pose: 0, face: 1, hand: 2 } as const;
  for (const [type, channel] of Object.entries(parts)) {
    const drawn = await decomposer.draw(type as keyof typeof parts, image);
    expect([drawn.widthPx, drawn.heightPx]).toEqual([40, 24]);
    const expected = image.data.map((_, i) => image.data[i - (i % 3) + channel]!);
    expect(Buffer.from(drawn.data).equals(expected)).toBe(true);
  }
  const depth = await decomposer.draw('depth', image);
  depth.data.forEach((grey, i) => {
    const [r, g, b] = image.data.subarray(i - (i % 3), i - (i % 3) + 3);
    expect(Math.abs(grey - (r! + g! + b!) / 3)).toBeLessThanOrEqual(1);
  });
  await decomposer.close();
});

test('without the model one sentence says what it is needed for', async () => {
  const loading = loadDecomposer('no/such/annotators');
  await expect(loading).rejects.toMatchObject({ code: 'model-missing' });
  await expect(loading).rejects.toThrow(/depth, pose/);
});
