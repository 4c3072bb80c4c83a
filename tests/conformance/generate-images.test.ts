import { afterAll, beforeAll, expect, test } from 'vitest';
import { SAMPLER_IDS } from '#worker/engine/contract/request.ts';
import type { GenerationRequest, RgbImage } from '#worker/engine/contract/request.ts';
import type { StepProgress } from '#worker/engine/contract/result.ts';
import { generateImages, loadModel } from '#worker/engine/engine.ts';
import type { Model } from '#worker/engine/engine.ts';
import { GOLDEN_MODEL, INKWELL_MODEL, STARTER_MODEL } from './model-folder.ts';

const request: GenerationRequest = {
  prompt: 'a boat, on a beach:1.2',
  negativePrompt: 'fog',
  dialect: 'classroom',
  seeds: [4n],
  widthPx: 64,
  heightPx: 64,
  steps: 4,
  guidance: 5,
  sampler: 'euler-a',
  schedule: 'default',
  noiseSource: 'torch-cpu',
};

let golden: Model;
let starter: Model;
beforeAll(async () => {
  [golden, starter] = await Promise.all([loadModel(GOLDEN_MODEL), loadModel(STARTER_MODEL)]);
});
afterAll(() => Promise.all([golden.close(), starter.close()]));

function flat(widthPx: number, heightPx: number, colour: [number, number, number]): RgbImage {
  const data = Uint8Array.from({ length: widthPx * heightPx * 3 }, (_, i) => colour[i % 3]!);
  return { widthPx, heightPx, data };
}

test('a seed’s picture is the same alone and among others', async () => {
  const together = await generateImages(golden, { ...request, seeds: [1n, 2n, 3n] });
  const alone = await generateImages(golden, { ...request, seeds: [2n] });
  const [, middle] = together.pictures;
  middle!.latents.forEach((x, i) => {
    expect(Math.abs(x - alone.pictures[0]!.latents[i]!)).toBeLessThan(1e-4);
  });
});

test('each step brings a preview for each seed, one pixel a latent', async () => {
  const news: StepProgress[] = [];
  const wide = { ...request, seeds: [1n, 2n], widthPx: 96 };
  await generateImages(golden, wide, { onStep: (progress) => news.push(progress) });
  expect(news.map(({ step, steps }) => [step, steps])).toEqual([
    [1, 4],
    [2, 4],
    [3, 4],
    [4, 4],
  ]);
  const sizes = news[0]!.previews.map(({ widthPx, heightPx, data }) => [
    widthPx,
    heightPx,
    data.length,
  ]);
  expect(sizes).toEqual([
    [12, 8, 288],
    [12, 8, 288],
  ]);
});

test('a cancelled run ends before its next step', async () => {
  const controller = new AbortController();
  const steps: number[] = [];
  const run = generateImages(
    golden,
    { ...request, steps: 50 },
    {
      signal: controller.signal,
      onStep({ step }) {
        steps.push(step);
        if (step === 2) controller.abort();
      },
    },
  );
  await expect(run).rejects.toMatchObject({ code: 'cancelled' });
  expect(steps).toEqual([1, 2]);
});

test('other work of the process gets its turn between steps', async () => {
  let turns = 0;
  const seen: number[] = [];
  const timer = setInterval(() => turns++, 0);
  await generateImages(starter, { ...request, steps: 6 }, { onStep: () => seen.push(turns) });
  clearInterval(timer);
  expect(seen.at(-1)! - seen[0]!).toBeGreaterThanOrEqual(4);
});

test('without guidance the negative prompt changes nothing', async () => {
  const [one, other] = await Promise.all([
    generateImages(golden, { ...request, guidance: 1, negativePrompt: 'fog' }),
    generateImages(golden, { ...request, guidance: 1, negativePrompt: 'a red car' }),
  ]);
  expect(one.pictures[0]!.image.data).toEqual(other.pictures[0]!.image.data);
});

test('a long prompt is read in chunks, and a short negative prompt is padded to it', async () => {
  const prompt = `${'a red house, '.repeat(40)}a boat`;
  const long = await generateImages(golden, { ...request, prompt });
  const cut = await generateImages(golden, { ...request, prompt }, { maxChunks: 1 });
  expect(long.pictures[0]!.image.data).not.toEqual(cut.pictures[0]!.image.data);
});

test('a weight acts on the token that it stands for in the starter’s 32 vectors', async () => {
  const draw = async (prompt: string) => {
    const drawn = await generateImages(starter, {
      ...request,
      prompt,
      guidance: 4,
      sampler: 'ddim',
    });
    return drawn.pictures[0]!.latents;
  };
  const [plain, house, meadow] = [
    await draw('a red house, in a meadow'),
    await draw('a red (house:1.6), in a meadow'),
    await draw('a red house, in a (meadow:1.6)'),
  ];
  expect(house).not.toEqual(plain);
  expect(meadow).not.toEqual(plain);
  expect(house).not.toEqual(meadow);
});

const image = flat(64, 64, [200, 30, 30]);
const bad: [string, string, Partial<GenerationRequest>][] = [
  ['a width that 8 does not divide', 'widthPx', { widthPx: 65 }],
  ['a width that the UNet can’t halve', 'widthPx', { widthPx: 72 }],
  ['a strength over 1', 'start.strength', { start: { image, strength: 1.5 } }],
  [
    'a mask of another size',
    'mask',
    {
      start: { image, strength: 1 },
      inpaint: {
        mask: { widthPx: 8, heightPx: 8, data: new Uint8Array(64).fill(255) },
        blurPx: 0,
        content: 'original',
        area: 'whole',
        paddingPx: 0,
        keepOutside: true,
      },
    },
  ],
  ['a control of another size', 'controls', { controls: [control(flat(32, 32, [0, 0, 0]))] }],
  ['more steps than LCM has', 'steps', { sampler: 'lcm', steps: 51 }],
  ['10,000 words', 'prompt', { prompt: 'word '.repeat(10_000) }],
];

function control(picture: RgbImage) {
  return { image: picture, weight: 1, start: 0, end: 1 };
}

test.each(bad)('%s is refused, naming %s', async (_, field, change) => {
  const drawing = generateImages(golden, { ...request, ...change });
  await expect(drawing).rejects.toMatchObject({ code: 'bad-request', field });
});

test('a control without a ControlNet is refused', async () => {
  const inkwell = await loadModel(INKWELL_MODEL);
  const drawing = generateImages(inkwell, { ...request, controls: [control(image)] });
  await expect(drawing).rejects.toMatchObject({ code: 'bad-request', field: 'controls' });
  await inkwell.close();
});

test('the starter draws a balloon where a sketch has a circle', async () => {
  const ring = (i: number) => {
    const [x, y] = [Math.floor(i / 3) % 128, Math.floor(i / 384)];
    return Math.abs(Math.hypot(x - 34, y - 60) - 26) < 2 ? 255 : 0;
  };
  const sketch = Uint8Array.from({ length: 128 * 128 * 3 }, (_, i) => ring(i));
  const asked: GenerationRequest = {
    ...request,
    ...{ prompt: 'a red balloon, in the snow', negativePrompt: '', widthPx: 128, heightPx: 128 },
    ...{ steps: 12, guidance: 4, sampler: 'dpmpp-2m' },
  };
  const leftShareOfRed = async (controls: GenerationRequest['controls']) => {
    const { data } = (await generateImages(starter, { ...asked, controls })).pictures[0]!.image;
    const isRed = (at: number) =>
      data[at * 3]! > data[at * 3 + 1]! + 60 && data[at * 3]! > data[at * 3 + 2]! + 60;
    const red = Array.from({ length: 128 * 128 }, (_, at) => at).filter(isRed);
    return red.filter((at) => at % 128 < 64).length / red.length;
  };
  expect(await leftShareOfRed([])).toBeLessThan(0.7);
  const steered = [
    { ...control({ widthPx: 128, heightPx: 128, data: sketch }), type: 'scribble' as const },
  ];
  expect(await leftShareOfRed(steered)).toBeGreaterThan(0.9);
});

test('two controls add up, and a control steers only inside its window', async () => {
  const scene = Uint8Array.from({ length: 64 * 64 * 3 }, (_, i) => (i * 37) % 256);
  const picture = { widthPx: 64, heightPx: 64, data: scene };
  const draw = async (controls: GenerationRequest['controls']) => {
    const drawn = await generateImages(golden, { ...request, sampler: 'ddim', controls });
    return drawn.pictures[0]!.latents;
  };
  const none = await draw([]);
  const whole = await draw([control(picture)]);
  const halves = await draw([
    { ...control(picture), weight: 0.5 },
    { ...control(picture), weight: 0.5 },
  ]);
  const never = await draw([{ ...control(picture), start: 0.9, end: 1 }]);
  expect(never).toEqual(none);
  expect(whole).not.toEqual(none);
  whole.forEach((x, i) => expect(Math.abs(x - halves[i]!)).toBeLessThan(1e-3));
});

test('hires-fix draws a larger picture', async () => {
  const hires = { scale: 2, strength: 0.5 };
  const { pictures, latentsShape } = await generateImages(golden, { ...request, hires });
  expect(latentsShape).toEqual([4, 16, 16]);
  expect(pictures[0]!.image.widthPx).toBe(128);
});

test('a schedule says one thing until its step and another after it', async () => {
  const draw = async (prompt: string) => {
    const drawn = await generateImages(golden, { ...request, sampler: 'ddim', prompt });
    return drawn.pictures[0]!.latents;
  };
  const [switched, before, after] = [
    await draw('a [boat:car:2]'),
    await draw('a boat'),
    await draw('a car'),
  ];
  expect(switched).not.toEqual(before);
  expect(switched).not.toEqual(after);
  expect(await draw('a [boat:car:4]')).toEqual(before);
});

test('prompts joined by AND: a share of 0 counts for nothing, and order does not matter', async () => {
  const draw = async (prompt: string) => {
    const drawn = await generateImages(golden, { ...request, dialect: 'webui', prompt });
    return drawn.pictures[0]!.latents;
  };
  const alone = await draw('a boat');
  const joined = await draw('a boat AND a car');
  const turned = await draw('a car AND a boat');
  const nothing = await draw('a boat AND a car :0');
  expect(joined).not.toEqual(alone);
  joined.forEach((x, i) => expect(Math.abs(x - turned[i]!)).toBeLessThan(1e-3));
  nothing.forEach((x, i) => expect(Math.abs(x - alone[i]!)).toBeLessThan(1e-4));
});

test('a wildcard is chosen by each picture’s own seed', async () => {
  const seeds = [1n, 2n, 3n, 4n, 5n, 6n];
  const prompt = 'a {boat|car|owl}';
  const together = await generateImages(golden, { ...request, prompt, seeds });
  const alone = await generateImages(golden, { ...request, prompt, seeds: [5n] });
  together.pictures[4]!.latents.forEach((x, i) => {
    expect(Math.abs(x - alone.pictures[0]!.latents[i]!)).toBeLessThan(1e-4);
  });
});

test('every sampler draws with full contrast for a model that says nothing of clipping', async () => {
  const scene = { ...request, prompt: 'a red house, in a meadow', widthPx: 128, heightPx: 128 };
  const drawn: Uint8Array[] = [];
  for (const sampler of SAMPLER_IDS) {
    const { pictures } = await generateImages(starter, {
      ...scene,
      sampler,
      steps: 8,
      guidance: 4,
    });
    drawn.push(pictures[0]!.image.data);
  }
  for (const data of drawn) {
    const mean = data.reduce((sum, x) => sum + x, 0) / data.length;
    const spread = Math.sqrt(data.reduce((sum, x) => sum + (x - mean) ** 2, 0) / data.length);
    expect(spread).toBeGreaterThan(45);
  }
});

test('at weight 0 the starter draws as if nothing had been said', async () => {
  const draw = async (prompt: string) => {
    const asked = {
      ...request,
      prompt,
      negativePrompt: '',
      widthPx: 128,
      heightPx: 128,
      seeds: [3n],
    };
    return (await generateImages(starter, asked)).pictures[0]!.image.data;
  };
  const difference = (a: Uint8Array, b: Uint8Array) =>
    a.reduce((sum, byte, i) => sum + Math.abs(byte - b[i]!), 0) / a.length;
  const [snow, half, none, unsaid] = [
    await draw('a red house, in the snow'),
    await draw('a red house, in the snow:0.5'),
    await draw('a red house, in the snow:0'),
    await draw('a red house, '),
  ];
  expect(difference(none, unsaid)).toBeLessThan(1);
  expect(difference(snow, unsaid)).toBeGreaterThan(20);
  expect(difference(half, snow)).toBeGreaterThan(2);
  expect(difference(half, unsaid)).toBeGreaterThan(2);
});
