import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decodeImage } from '#worker/engine/image/image-file.ts';
import { GOLDEN_MODEL } from './model-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const golden = path.join(root, 'tests/golden');
let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'easel-command-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function easel(args: string[], input = '') {
  const child = spawn(process.execPath, ['worker/easel.mjs', ...args], { cwd: root });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await ended, stdout, stderr };
}

test('tokens are those of CLIP’s tokenizer', async () => {
  const cases = path.join(golden, 'tokens.json');
  const out = path.join(dir, 'ids.json');
  const run = await easel(['tokens', '--model', GOLDEN_MODEL, '--cases', cases, '--out', out]);
  expect(run.status).toBe(0);
  const expected = JSON.parse(await readFile(cases, 'utf8')) as { ids: number[] }[];
  expect(JSON.parse(await readFile(out, 'utf8'))).toEqual(expected.map(({ ids }) => ids));
});

test('a prompt on standard input is printed as weighted parts', async () => {
  const webui = await easel(['prompt', 'parse', '--dialect', 'webui', '--json'], 'a BREAK (b:0.5)');
  const parts = JSON.parse(webui.stdout) as unknown[];
  expect(parts).toContainEqual({ break: true });
  expect(parts).toContainEqual({ text: 'b', weight: 0.5 });
  const bare = await easel(['prompt', 'parse', '--dialect', 'classroom', '--json'], 'grey cat:0.7');
  expect(JSON.parse(bare.stdout)).toEqual([{ text: 'grey cat', weight: 0.7 }]);
});

test('a case that can’t be done is named, and the others are drawn', async () => {
  const file = path.join(golden, 'pictures.json');
  const { cases } = JSON.parse(await readFile(file, 'utf8')) as {
    cases: Record<string, unknown>[];
  };
  const [first] = cases;
  const given = path.join(dir, 'cases.json');
  const wrong = { ...first, name: 'wrong', scheduler: 'NoSuchScheduler' };
  await writeFile(given, JSON.stringify({ cases: [wrong, { ...first, name: 'right' }] }));
  const out = path.join(dir, 'drawn');
  const run = await easel(['conformance', '--model', GOLDEN_MODEL, '--cases', given, '--out', out]);
  expect(run.status).toBe(1);
  expect(run.stderr).toMatch(/^wrong: .*NoSuchScheduler/m);
  expect(run.stderr).not.toContain('right');
  const latents = await readFile(path.join(out, 'right.latents.f32'));
  expect(latents.length).toBe(4 * 8 * 8 * 4);
  const png = await decodeImage(await readFile(path.join(out, 'right.0.png')), 'right');
  expect([png.widthPx, png.heightPx]).toEqual([64, 64]);
});

test('generate writes a PNG that carries its settings', async () => {
  const output = path.join(dir, 'boat.png');
  const run = await easel([
    ...['generate', 'a boat', '--model', GOLDEN_MODEL, '--negative', 'fog', '--seed', '12'],
    ...['--steps', '3', '--guidance', '5', '--sampler', 'Euler a', '--size', '96x64', '-o', output],
  ]);
  expect(run).toMatchObject({ status: 0, stdout: `${output}\n` });
  const file = await readFile(output);
  const { widthPx, heightPx } = await decodeImage(file, 'output');
  expect([widthPx, heightPx]).toEqual([96, 64]);
  expect(file.toString('latin1')).toContain(
    'a boat\nNegative prompt: fog\nSteps: 3, Sampler: Euler a, CFG scale: 5, Seed: 12, Size: 96x64',
  );
});

test.each([
  [['--model', 'no-such-folder'], 'no-such-folder'],
  [['--model', GOLDEN_MODEL, '--init', 'package.json'], '--init'],
  [['--model', GOLDEN_MODEL, '--mask', 'package.json'], '--init'],
  [['--model', GOLDEN_MODEL, '--size', '60x64'], 'widthPx'],
  [['--model', GOLDEN_MODEL, '--sampler', 'Magic'], '--sampler'],
])('generate %j says in one line what is wrong', async (args, named) => {
  const output = path.join(dir, 'never.png');
  const run = await easel(['generate', 'a boat', ...args, '-o', output]);
  expect(run.status).toBe(1);
  expect(run.stderr.trim().split('\n')).toHaveLength(1);
  expect(run.stderr).toContain(named);
});

test.each(['generate', 'models', 'prompt', 'tokens', 'conformance'])(
  '%s has a help',
  async (name) => {
    const run = await easel([name, '--help']);
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout).toContain(`Usage: easel ${name}`);
  },
);
