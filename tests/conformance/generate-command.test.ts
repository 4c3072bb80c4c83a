import { spawn } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RgbImage } from '#worker/engine/contract/request.ts';
import { decodeImage, encodePng } from '#worker/engine/image/image-file.ts';
import { fixture, GOLDEN_MODEL, withModelCopy } from './model-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const quick = ['--steps', '2', '--guidance', '3', '--size', '64x64'];
const picture: RgbImage = {
  widthPx: 64,
  heightPx: 64,
  data: Uint8Array.from({ length: 64 * 64 * 3 }, (_, i) => (i * 7919) % 256),
};

let dir: string;
let init: string;
let output: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'easel-generate-'));
  init = path.join(dir, 'init.png');
  output = path.join(dir, 'output.png');
  await writeFile(init, await encodePng(picture));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function generate(args: string[], model = GOLDEN_MODEL) {
  const command = ['worker/easel.mjs', 'generate', 'a boat', '--model', model, '-o', output];
  const child = spawn(process.execPath, [...command, ...args], { cwd: root });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await ended, stderr };
}

async function readOutput(file = output): Promise<RgbImage> {
  return decodeImage(await readFile(file), 'output');
}

test.each([
  ['left=64,right=0', 128, 64, 64, 0],
  ['top=40,right=24', 88, 104, 0, 40],
])('--extend %s paints around, and keeps every byte of the picture', async (sides, ...at) => {
  const [widthPx, heightPx, left, top] = at;
  const given = ['--init', init, '--extend', sides, '--steps', '2', '--guidance', '3'];
  expect(await generate(given)).toMatchObject({ status: 0 });
  const drawn = await readOutput();
  expect([drawn.widthPx, drawn.heightPx]).toEqual([widthPx, heightPx]);
  let outside = 0;
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const pixel = drawn.data.subarray((y * widthPx + x) * 3, (y * widthPx + x) * 3 + 3);
      const [px, py] = [x - left, y - top];
      if (px >= 0 && px < 64 && py >= 0 && py < 64) {
        const from = (py * 64 + px) * 3;
        expect(Buffer.from(pixel).equals(picture.data.subarray(from, from + 3))).toBe(true);
      } else if (pixel.some((byte) => byte > 0)) outside++;
    }
  }
  expect(outside).toBeGreaterThan((widthPx * heightPx - 64 * 64) / 2);
});

test('--x and --y draw a grid whose cells are the pictures of these values', async () => {
  await generate([...quick, '--x', 'guidance=2,6', '--y', 'prompt=a boat|a hat, at sea']);
  const grid = await readOutput();
  expect([grid.widthPx, grid.heightPx]).toEqual([128 + 2 * 64, 40 + 2 * 64]);
  await generate([...quick, '--guidance', '6']);
  const cell = await readOutput();
  for (let y = 0; y < 64; y++) {
    const from = ((40 + y) * grid.widthPx + 128 + 64) * 3;
    const row = grid.data.subarray(from, from + 64 * 3);
    expect(Buffer.from(row).equals(cell.data.subarray(y * 192, (y + 1) * 192))).toBe(true);
  }
  const label = grid.data.subarray(0, 40 * grid.widthPx * 3);
  expect(Math.min(...label.subarray(128 * 3))).toBeLessThan(100);
});

test('--upscale-by scales what the model enlarges', async () => {
  const double = path.join(root, 'tests/fixtures/double-size.onnx');
  await generate([...quick, '--upscale', double, '--upscale-by', '1.5']);
  expect(await readOutput()).toMatchObject({ widthPx: 96, heightPx: 96 });
  await generate([...quick, '--upscale', double]);
  expect(await readOutput()).toMatchObject({ widthPx: 128, heightPx: 128 });
});

test('--control finds in a picture what --control-map is given', async () => {
  const annotators = ['--annotators', fixture('decomposer')];
  const depth = await generate([...quick, ...annotators, '--control', `depth=${init}`]);
  expect(depth).toMatchObject({ status: 0 });
  const found = await readOutput();
  const grey = picture.data.map((_, i) => {
    const [r, g, b] = picture.data.subarray(i - (i % 3), i - (i % 3) + 3);
    return Math.round((r! + g! + b!) / 3);
  });
  const map = path.join(dir, 'map.png');
  await writeFile(map, await encodePng({ ...picture, data: grey }));
  await generate([...quick, '--control-map', `depth=${map}`]);
  const given = await readOutput();
  const furthest = given.data.reduce(
    (most, x, i) => Math.max(most, Math.abs(x - found.data[i]!)),
    0,
  );
  expect(furthest).toBeLessThanOrEqual(4);
});

test('--heatmaps writes a sheet of the picture and its words', () =>
  withModelCopy(async (model) => {
    await copyFile(fixture('attention-unet.onnx'), path.join(model, 'unet/model.onnx'));
    const sheet = path.join(dir, 'heat.png');
    await generate([...quick, '--heatmaps', sheet], model);
    // The picture, "a" and "boat", each with a line above it.
    expect(await readOutput(sheet)).toMatchObject({ widthPx: 128, heightPx: 2 * (64 + 24) });
  }));

test('--heatmaps is refused in one line where the UNet keeps its attention to itself', () =>
  withModelCopy(async (model) => {
    const unet = path.join(model, 'unet/model.onnx');
    const bytes = (await readFile(unet)).toString('latin1');
    await writeFile(unet, bytes.replaceAll('attn2/Softmax', 'attn2/Folded_'), 'latin1');
    const run = await generate([...quick, '--heatmaps', path.join(dir, 'never.png')], model);
    expect(run.status).toBe(1);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(run.stderr).toContain('heatmaps');
  }));

test.each([
  [['--extend', 'left=64'], '--init'],
  [['--extend', 'up=64'], '--extend'],
  [['--x', 'sampler=Euler,Magic'], 'sampler'],
  [['--y', 'steps=0,5'], 'steps'],
  [['--control', 'depth=INIT', '--annotators', 'no-such-folder'], 'no-such-folder'],
])('%j is refused in one line', async (args, named) => {
  const given = args.map((arg) => arg.replace('INIT', init));
  const run = await generate([...quick, ...given]);
  expect(run.status).toBe(1);
  expect(run.stderr.trim().split('\n')).toHaveLength(1);
  expect(run.stderr).toContain(named);
});
