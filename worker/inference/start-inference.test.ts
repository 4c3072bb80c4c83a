import { afterAll, expect, test } from 'vitest';
import { textToImageSchema } from '#worker/engine/contract/request.ts';
import { InferenceFailed, InferenceLost, startInference } from './start-inference.ts';

const MODEL = 'tiny-sd-onnx';
process.env['EASEL_MODELS_DIR'] = 'tests/golden';

const rooms: number[] = [];
const inference = startInference({ onRoom: (pictures) => rooms.push(pictures) });
afterAll(() => inference.close());

const noStep = () => undefined;
const never = new AbortController().signal;

function request(seed: number, changes: { steps?: number; widthPx?: number } = {}) {
  return textToImageSchema.parse({
    prompt: 'a boat',
    seeds: [BigInt(seed)],
    widthPx: 64,
    heightPx: 64,
    steps: 20,
    guidance: 5,
    ...changes,
  });
}

test('pictures are drawn at once, each with its own steps and pixels', async () => {
  const heard: number[] = [];
  const seeds = [1, 2, 3, 4];
  const together = await Promise.all(
    seeds.map((seed) =>
      inference.generate({
        modelId: MODEL,
        request: request(seed),
        onStep: () => heard.push(seed),
        signal: never,
      }),
    ),
  );
  for (const seed of seeds) expect(heard.filter((one) => one === seed)).toHaveLength(20);
  // Whoever comes second has not waited for the first to end.
  expect(heard.indexOf(2)).toBeLessThan(heard.lastIndexOf(1));
  const alone = await inference.generate({
    modelId: MODEL,
    request: request(3),
    onStep: noStep,
    signal: never,
  });
  const [, , third] = together;
  third!.image.data.forEach((byte, i) => {
    expect(Math.abs(byte - alone.image.data[i]!)).toBeLessThanOrEqual(1);
  });
});

test('a cancelled picture ends alone', async () => {
  const stopping = new AbortController();
  const cancelled = inference.generate({
    modelId: MODEL,
    request: request(1, { steps: 150 }),
    onStep: ({ step }) => step === 2 && stopping.abort(),
    signal: stopping.signal,
  });
  const other = inference.generate({
    modelId: MODEL,
    request: request(2, { steps: 40 }),
    onStep: noStep,
    signal: never,
  });
  await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
  await expect(cancelled).rejects.toBeInstanceOf(InferenceFailed);
  await expect(other).resolves.toMatchObject({ image: { widthPx: 64 } });
});

test('larger pictures leave room for fewer', async () => {
  rooms.length = 0;
  const wide = { steps: 1, widthPx: 2048 };
  await Promise.all(
    [1, 2].map((seed) =>
      inference.generate({
        modelId: MODEL,
        request: request(seed, wide),
        onStep: noStep,
        signal: never,
      }),
    ),
  );
  expect(new Set(rooms)).toEqual(new Set([1]));
});

test('a process that ends is lost for all its pictures, and the next one draws again', async () => {
  const lost = [1, 2, 3].map((seed) =>
    inference.generate({
      modelId: MODEL,
      request: request(seed, { steps: 150 }),
      onStep: ({ step }) => step === 5 && inference.pid && process.kill(inference.pid, 'SIGKILL'),
      signal: never,
    }),
  );
  for (const one of await Promise.allSettled(lost)) {
    expect(one).toMatchObject({ status: 'rejected', reason: expect.any(InferenceLost) as Error });
  }
  await expect(
    inference.generate({ modelId: MODEL, request: request(1), onStep: noStep, signal: never }),
  ).resolves.toMatchObject({ image: { widthPx: 64 } });
});
