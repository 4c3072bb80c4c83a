import {
  access,
  copyFile,
  cp,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { MODEL_CATALOG } from '#models/catalog.ts';
import { hasAttention } from '#worker/engine/attention/name-attention.ts';
import { readManifest } from '#worker/engine/runtime/manifest.ts';
import { addModel } from './add-model.ts';
import { assertDiskSpace, formatBytes } from './disk-space.ts';
import { isPrivateAddress } from '#app/platform/public-address.ts';
import { PUBLIC_HUB, requestGuarded } from './guarded-request.ts';
import { hubFileUrl } from './hub-files.ts';
import { COMMIT, sendFile, startHubServer } from '#tests/fixtures/hub-server.ts';
import type { HubServer } from '#tests/fixtures/hub-server.ts';
import { pullModel } from './pull-model.ts';
import type { PullOptions } from './pull-model.ts';
import { findDamage } from './record.ts';

const MODEL = 'tests/golden/tiny-sd-onnx';
const UNET = 'unet/model.onnx';
const ENTRY = { ...MODEL_CATALOG[0]!, id: 'tiny', repository: 'tests/model' };

let hub: HubServer;
let modelsDir: string;
let waitsMs: number[];

beforeAll(async () => {
  hub = await startHubServer(MODEL);
});
afterAll(() => hub.close());
beforeEach(async () => {
  modelsDir = await mkdtemp(path.join(tmpdir(), 'models-'));
  hub.fault = undefined;
  hub.listedBesides.clear();
  hub.requests.length = 0;
  waitsMs = [];
});
afterEach(() => rm(modelsDir, { recursive: true }));

function pull(options: Partial<PullOptions> = {}, entry = ENTRY): Promise<string> {
  const wait = (ms: number) => {
    waitsMs.push(ms);
    return Promise.resolve();
  };
  const hubAccess = { ...PUBLIC_HUB, hubUrl: hub.url, allowedHosts: ['localhost', '127.0.0.1'] };
  return pullModel(entry, { modelsDir, access: hubAccess, wait, ...options });
}

const exists = (file: string) =>
  access(path.join(modelsDir, file)).then(
    () => true,
    () => false,
  );

test.each(MODEL_CATALOG)(
  'the catalog entry $id makes a folder that the engine reads',
  async (entry) => {
    const { id, ...rest } = { ...entry, repository: 'tests/model' };
    expect(id).toMatch(/^[a-z0-9][a-z0-9.-]+$/);
    expect(new URL(entry.licence.url).protocol).toBe('https:');
    expect(entry.repository).toMatch(/^[\w.-]+\/[\w.-]+$/);
    const manifest = await readManifest(await pull({}, { id, ...rest }));
    expect(manifest).toMatchObject({ name: entry.name, defaults: entry.defaults });
  },
);

test('JSON files that an export lacks are added, and none is replaced', async () => {
  const completedBy = { 'text_encoder/config.json': { a: 1 }, 'vae_encoder/extra.json': { b: 2 } };
  const folder = await pull({}, { ...ENTRY, completedBy });
  const read = (file: string) => readFile(path.join(folder, file), 'utf8');
  expect(await read('text_encoder/config.json')).toBe(
    await readFile(path.join(MODEL, 'text_encoder/config.json'), 'utf8'),
  );
  expect(JSON.parse(await read('vae_encoder/extra.json'))).toEqual({ b: 2 });
});

test('a pulled model is whole, has its defaults, and shows its progress', async () => {
  const seen: number[] = [];
  let total = 0;
  const folder = await pull({
    onProgress: (done, all) => {
      seen.push(done);
      total = all;
    },
  });
  expect(folder).toBe(path.join(modelsDir, 'tiny'));
  const [pulled, original] = await Promise.all(
    [folder, MODEL].map((dir) => readFile(path.join(dir, UNET))),
  );
  expect(pulled!.equals(original!)).toBe(true);
  expect(await findDamage(folder)).toEqual([]);
  const settings = JSON.parse(await readFile(path.join(folder, 'easel.json'), 'utf8')) as unknown;
  expect(settings).toEqual({ name: ENTRY.name, defaults: ENTRY.defaults });
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(seen.at(-1)).toBe(total);
  expect(await readdir(modelsDir)).toEqual(['tiny']);
  await expect(pull()).rejects.toMatchObject({ code: 'bad-request', field: 'tiny' });
});

test('a cut connection goes on where it stopped', async () => {
  let cuts = 2;
  hub.fault = (file, bytes, request, response) => {
    if (file !== UNET || cuts-- <= 0) return false;
    const from = Number(/=(\d+)/.exec(request.headers.range ?? '')?.[1] ?? 0);
    const status = from > 0 ? 206 : 200;
    const range = { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` };
    response.writeHead(status, { 'content-length': bytes.length - from, ...range });
    response.write(bytes.subarray(from, from + 100_000), () => response.destroy());
    return true;
  };
  expect(await findDamage(await pull())).toEqual([]);
  const ranges = hub.requests.filter((each) => each.startsWith(UNET));
  expect(ranges).toHaveLength(3);
  const [first, ...later] = ranges.map((each) => Number(/bytes=(\d+)-/.exec(each)?.[1] ?? 0));
  expect(first).toBe(0);
  expect(later).toEqual(later.filter((from, index) => from > (later[index - 1] ?? 0)));
});

test('a pull that gave up goes on later, and takes no finished file again', async () => {
  hub.fault = (file, bytes, _request, response) => {
    if (file !== UNET) return false;
    response.writeHead(200, { 'content-length': bytes.length });
    response.write(bytes.subarray(0, 5), () => response.destroy());
    return true;
  };
  await expect(pull()).rejects.toMatchObject({ code: 'run-failed', field: UNET });
  expect(await exists('tiny')).toBe(false);
  hub.fault = undefined;
  hub.requests.length = 0;
  expect(await findDamage(await pull())).toEqual([]);
  expect(hub.requests[0]).toBe(`${UNET} bytes=5-`);
});

test('a busy hub is waited for as long as it asks', async () => {
  let answers = 2;
  hub.fault = (file, _bytes, _request, response) => {
    if (file !== UNET || answers-- <= 0) return false;
    response
      .writeHead(answers === 1 ? 429 : 503, answers === 1 ? { 'retry-after': '7' } : {})
      .end();
    return true;
  };
  await pull();
  expect(waitsMs).toEqual([7000, 2000]);
});

test('a hub that stays broken is given up', async () => {
  hub.fault = (file, _bytes, _request, response) =>
    file === UNET && !!response.writeHead(500).end();
  await expect(pull()).rejects.toMatchObject({ code: 'run-failed', field: UNET });
  expect(waitsMs).toEqual([1000, 2000, 4000, 8000]);
});

test.each([UNET, 'model_index.json'])('wrong bytes of %s are thrown away', async (damaged) => {
  hub.fault = (file, bytes, request, response) => {
    if (file !== damaged) return false;
    const wrong = Buffer.from(bytes);
    wrong[10]! ^= 1;
    sendFile(wrong, request, response);
    return true;
  };
  await expect(pull()).rejects.toMatchObject({ code: 'bad-model', field: damaged });
  expect(await exists(`.pulling-tiny/${damaged}.part`)).toBe(false);
  expect(await exists('tiny')).toBe(false);
});

test('more bytes than listed are not taken', async () => {
  hub.fault = (file, bytes, _request, response) =>
    file === UNET && !!response.end(Buffer.concat([bytes, Buffer.alloc(1_000_000)]));
  await expect(pull()).rejects.toMatchObject({ code: 'bad-model', field: UNET });
});

test('a redirect within the hub is followed', async () => {
  hub.fault = (file, _bytes, request, response) => {
    if (file !== UNET || request.url?.endsWith('?again')) return false;
    response.writeHead(302, { location: `${request.url}?again` }).end();
    return true;
  };
  expect(await findDamage(await pull())).toEqual([]);
});

test.each([
  ['http://example.com/x', 'another host'],
  ['https://example.com/x', 'a host that is not on the list'],
  ['http://localhost/x', 'a listed host over plain HTTP'],
  ['https://localhost/x', 'a listed name of a private address'],
  ['https://127.0.0.1/x', 'a listed private address'],
  ['https://[::ffff:127.0.0.1]/x', 'a private address in disguise'],
  ['file:///etc/passwd', 'a file'],
])('a redirect to %s is refused: %s', async (location) => {
  hub.fault = (file, _bytes, _request, response) =>
    file === UNET && !!response.writeHead(302, { location }).end();
  await expect(pull()).rejects.toMatchObject({ code: 'bad-request', field: 'hub' });
  expect(waitsMs).toEqual([]);
});

test('an endless redirect ends', async () => {
  hub.fault = (_file, _bytes, request, response) =>
    !!response.writeHead(302, { location: request.url }).end();
  await expect(pull()).rejects.toThrow('without end');
});

test('files that lead out of the folder, or are none of the model, are not taken', async () => {
  for (const file of [
    '../evil.json',
    '/etc/evil',
    'unet/../../evil.onnx',
    'unet/x.pt',
    'setup.py',
  ]) {
    hub.listedBesides.set(file, Buffer.from('evil'));
  }
  const folder = await pull();
  expect(hub.requests.join()).not.toMatch(/evil|\.pt|setup/);
  expect((await readdir(folder)).toSorted()).not.toContain('setup.py');
});

test('a silent hub is not waited for without end', async () => {
  hub.fault = () => true;
  const silent = { ...PUBLIC_HUB, hubUrl: hub.url, idleTimeoutMs: 50 };
  const url = hubFileUrl(silent, 'tests/model', COMMIT, UNET);
  await expect(requestGuarded(url, silent)).rejects.toThrow('silent');
});

test('a pull is cancelled between any two bytes', async () => {
  const abort = new AbortController();
  hub.fault = (file, bytes, _request, response) => {
    if (file !== UNET) return false;
    response.writeHead(200, { 'content-length': bytes.length });
    response.write(bytes.subarray(0, 1000), () => abort.abort());
    return true;
  };
  await expect(pull({ signal: abort.signal })).rejects.toMatchObject({ code: 'cancelled' });
});

test('an unknown repository and an unreachable hub are named', async () => {
  const unknown = { ...ENTRY, repository: 'tests/other' };
  await expect(pull({}, unknown)).rejects.toMatchObject({ code: 'model-missing' });
  const nowhere = { ...PUBLIC_HUB, hubUrl: 'http://127.0.0.1:9' };
  await expect(pull({ access: nowhere })).rejects.toMatchObject({ code: 'run-failed' });
});

test('the public hub may not lead to this network', async () => {
  const strict = { ...PUBLIC_HUB, allowedHosts: ['localhost'] };
  await expect(requestGuarded('https://localhost/', strict)).rejects.toMatchObject({
    field: 'hub',
  });
});

test.each([
  ['10.1.2.3', true],
  ['172.20.0.1', true],
  ['169.254.169.254', true],
  ['::1', true],
  ['fd00::1', true],
  ['::ffff:192.168.0.1', true],
  ['::ffff:c0a8:1', true],
  ['93.184.216.34', false],
  ['2606:2800:220:1::1', false],
])('%s is private: %s', (address, expected) => {
  expect(isPrivateAddress(address)).toBe(expected);
});

test('a disk without room is named before anything is downloaded', async () => {
  await expect(assertDiskSpace(modelsDir, 1e18)).rejects.toMatchObject({ field: 'disk' });
  await assertDiskSpace(modelsDir, 1);
  expect([0, 999, 4.26e9].map(formatBytes)).toEqual(['0 bytes', '999 bytes', '4.3 GB']);
});

test('an added folder is copied, and damage to it is found', async () => {
  const folder = await addModel(MODEL, modelsDir);
  expect(await findDamage(folder)).toEqual([]);
  await truncate(path.join(folder, UNET), 1000);
  await writeFile(path.join(folder, 'tokenizer/vocab.json'), '{}');
  await rm(path.join(folder, 'vae_encoder/model.onnx'));
  expect(await findDamage(folder)).toEqual([
    'tokenizer/vocab.json',
    UNET,
    'vae_encoder/model.onnx',
  ]);
  await expect(addModel(MODEL, modelsDir)).rejects.toMatchObject({ code: 'bad-request' });
  await expect(addModel('tests/golden', modelsDir)).rejects.toMatchObject({ code: 'bad-model' });
});

test('an added model gives attention maps where they were asked for', async () => {
  const folder = await addModel(MODEL, modelsDir, { withAttention: true });
  expect(hasAttention(await readFile(path.join(folder, UNET)))).toBe(true);
  expect(hasAttention(await readFile(path.join(MODEL, UNET)))).toBe(false);
  expect(await findDamage(folder)).toEqual([]);
});

test('a model whose attention is fused says so, and leaves nothing behind', async () => {
  const source = path.join(modelsDir, 'fused');
  await cp(MODEL, source, { recursive: true });
  // A graph in whose place there is one without a softmax.
  await copyFile(path.join(MODEL, 'vae_decoder/model.onnx'), path.join(source, UNET));
  const target = path.join(modelsDir, 'there');
  await mkdir(target);
  await expect(addModel(source, target, { withAttention: true })).rejects.toThrow(
    /keeps its attention to itself.*without --with-attention/s,
  );
  expect(await readdir(target)).toEqual([]);
});
