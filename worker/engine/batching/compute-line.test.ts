import { afterAll, beforeAll, expect, test } from 'vitest';
import { GOLDEN_MODEL } from '#tests/conformance/model-folder.ts';
import type { GenerationRequest, SamplerId } from '../contract/request.ts';
import { generateImages, loadModel } from '../engine.ts';
import type { GenerateOptions, Model } from '../engine.ts';
import { ComputeLine } from './compute-line.ts';

const request: GenerationRequest = {
  prompt: 'a boat, on a beach',
  negativePrompt: 'fog',
  dialect: 'classroom',
  seeds: [4n],
  widthPx: 64,
  heightPx: 64,
  steps: 6,
  guidance: 5,
  schedule: 'default',
  noiseSource: 'torch-cpu',
};

let loaded: Model;
beforeAll(async () => {
  loaded = await loadModel(GOLDEN_MODEL);
});
afterAll(() => loaded.close());

/** The model with a line of its own, whose UNet calls are counted by their rows. */
function countCalls(): { model: Model; rowsOfCalls: number[] } {
  const rowsOfCalls: number[] = [];
  const { unet } = loaded.graphs;
  const line = new ComputeLine();
  const counted = line.queue(
    {
      inputs: unet.inputs,
      outputs: unet.outputs,
      release: () => Promise.resolve(),
      run: (feeds, clock, wanted) => {
        rowsOfCalls.push(feeds['sample']!.dims[0]!);
        return unet.run(feeds, clock, wanted);
      },
    },
    'step',
  );
  return { model: { ...loaded, line, graphs: { ...loaded.graphs, unet: counted } }, rowsOfCalls };
}

async function draw(model: Model, changes: Partial<GenerationRequest>, options?: GenerateOptions) {
  const { pictures } = await generateImages(model, { ...request, ...changes }, options);
  return pictures[0]!.latents;
}

function largestDifference(one: Float32Array, other: Float32Array): number {
  return one.reduce((most, x, i) => Math.max(most, Math.abs(x - other[i]!)), 0);
}

const sorts: (Partial<GenerationRequest> & { sampler: SamplerId })[] = [
  { sampler: 'euler', seeds: [1n] },
  { sampler: 'euler-a', seeds: [2n], prompt: 'a red kite', steps: 9 },
  { sampler: 'heun', seeds: [3n], guidance: 1, steps: 4 },
  { sampler: 'dpmpp-2m', seeds: [4n], guidance: 12, schedule: 'karras' },
  { sampler: 'dpmpp-2m-sde', seeds: [5n], negativePrompt: '', steps: 7 },
  { sampler: 'pndm', seeds: [6n], prompt: 'a fox AND a snowy hill' },
  { sampler: 'unipc', seeds: [7n], widthPx: 96 },
];

test('each picture is the same as alone, whoever steps beside it, joins late or is cancelled', async () => {
  const alone: Float32Array[] = [];
  for (const changes of sorts) alone.push(await draw(loaded, changes));
  const { model, rowsOfCalls } = countCalls();
  const stopping = new AbortController();
  const late: Promise<Float32Array>[] = [];
  const cancelled = draw(
    model,
    { seeds: [99n], steps: 40 },
    {
      signal: stopping.signal,
      onStep: ({ step }) => {
        if (step <= sorts.length) late.push(draw(model, sorts[step - 1]!));
        if (step === sorts.length + 2) stopping.abort();
      },
    },
  );
  await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
  const together = await Promise.all(late);
  expect(together).toHaveLength(sorts.length);
  together.forEach((latents, i) => {
    expect(largestDifference(latents, alone[i]!)).toBeLessThan(1e-4);
  });
  expect(Math.max(...rowsOfCalls)).toBeGreaterThanOrEqual(9);
});

test('runs at different timesteps share each call', async () => {
  const { model, rowsOfCalls } = countCalls();
  const joined = new Promise((resolve, reject) => {
    const onStep = ({ step }: { step: number }) => {
      if (step === 3) draw(model, { seeds: [2n] }).then(resolve, reject);
    };
    draw(model, { seeds: [1n] }, { onStep }).catch(reject);
  });
  await joined;
  expect(rowsOfCalls).toEqual([2, 2, 2, 4, 4, 4, 2, 2, 2]);
});

test('more rows than fit one call take turns, and no run is left behind', async () => {
  const { model, rowsOfCalls } = countCalls();
  const steps = new Array<number>(12).fill(0);
  let widest = 0;
  await Promise.all(
    steps.map((_, run) =>
      draw(
        model,
        { seeds: [BigInt(run)] },
        {
          onStep: ({ step }) => {
            steps[run] = step;
            widest = Math.max(widest, Math.max(...steps) - Math.min(...steps));
          },
        },
      ),
    ),
  );
  expect(Math.max(...rowsOfCalls)).toBe(16);
  expect(rowsOfCalls.filter((rows) => rows === 16).length).toBeGreaterThanOrEqual(8);
  expect(widest).toBeLessThanOrEqual(2);
});

test('one request of many seeds is made in calls of bounded size', async () => {
  const { model, rowsOfCalls } = countCalls();
  const seeds = Array.from({ length: 11 }, (_, i) => BigInt(i));
  const { pictures } = await generateImages(model, { ...request, seeds, steps: 2 });
  expect(rowsOfCalls).toEqual([16, 6, 16, 6]);
  const last = await draw(loaded, { seeds: [10n], steps: 2 });
  expect(largestDifference(pictures[10]!.latents, last)).toBeLessThan(1e-4);
});

test('a call that fails for some is made again for each alone', async () => {
  const { unet } = loaded.graphs;
  const line = new ComputeLine();
  const fragile = line.queue(
    {
      ...unet,
      run: (feeds, clock, wanted) => {
        const broken = feeds['sample']!.data.some(Number.isNaN);
        return broken ? Promise.reject(new Error('broken')) : unet.run(feeds, clock, wanted);
      },
    },
    'step',
  );
  const feeds = (value: number) => ({
    sample: { data: new Float32Array(256).fill(value), dims: [1, 4, 8, 8] },
    timestep: { data: Float32Array.of(5), dims: [1] },
    encoder_hidden_states: { data: new Float32Array(77 * 32), dims: [1, 77, 32] },
  });
  const clock = { sessionMs: 0 };
  const [good, bad] = await Promise.allSettled([
    fragile.run(feeds(1), clock),
    fragile.run(feeds(NaN), clock),
  ]);
  expect(good.status).toBe('fulfilled');
  expect(bad.status).toBe('rejected');
});
