import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GenerationRequest, RgbImage } from '#worker/engine/contract/request.ts';
import { generateImages, loadModel } from '#worker/engine/engine.ts';
import type { Model } from '#worker/engine/engine.ts';
import { TURBO_MODEL } from './model-folder.ts';

const request: GenerationRequest = {
  prompt: '',
  negativePrompt: '',
  dialect: 'classroom',
  seeds: [1n, 2n, 3n],
  widthPx: 128,
  heightPx: 128,
  steps: 2,
  guidance: 1,
  sampler: 'lcm',
  schedule: 'default',
  noiseSource: 'torch-cpu',
};
const CHANNELS = ['red', 'green', 'blue'] as const;
/** By how many levels a channel leads where a person sees its colour. */
const LEAD = 40;

let turbo: Model;
beforeAll(async () => {
  turbo = await loadModel(TURBO_MODEL);
});
afterAll(() => turbo.close());

/** The share of all pictures' pixels in which each channel leads clearly. */
function findShares(images: RgbImage[]): number[] {
  const counts = [0, 0, 0];
  let pixels = 0;
  for (const { data } of images) {
    for (let place = 0; place < data.length; place += 3) {
      const [highest, second] = [...data.subarray(place, place + 3)].sort((a, b) => b - a);
      const channel = data.subarray(place, place + 3).indexOf(highest!);
      counts[channel] = counts[channel]! + Number(highest! - second! >= LEAD);
      pixels += 1;
    }
  }
  return counts.map((count) => count / pixels);
}

test.each([1, 2, 4])('the distilled model draws what is asked for in %i steps', async (steps) => {
  const rows: number[][] = [];
  for (const colour of CHANNELS) {
    const prompt = `a ${colour} house in the desert`;
    const { pictures } = await generateImages(turbo, { ...request, steps, prompt });
    rows.push(findShares(pictures.map(({ image }) => image)));
  }
  for (const [channel, colour] of CHANNELS.entries()) {
    const asked = rows[channel]![channel]!;
    const others = rows.filter((_, row) => row !== channel).map((shares) => shares[channel]!);
    expect(asked, colour).toBeGreaterThan(0.05 + Math.max(...others));
  }
});

test('it has the settings that it was made for', () => {
  expect(turbo.defaults).toMatchObject({ steps: 2, guidance: 1, sampler: 'lcm' });
});
