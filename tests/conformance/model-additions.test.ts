import { copyFile, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { GenerationRequest } from '#worker/engine/contract/request.ts';
import { findLoras, generateImages, loadModel } from '#worker/engine/engine.ts';
import type { Model } from '#worker/engine/engine.ts';
import { readSafetensors } from '#worker/engine/runtime/safetensors.ts';
import { fixture, GOLDEN_MODEL } from './model-folder.ts';

const SD_21 = fixture('tiny-sd-2.1-v');
const kohya = { name: 'kohya', file: fixture('kohya.safetensors'), strength: 0.7 };

const request: GenerationRequest = {
  prompt: 'a moss boat',
  negativePrompt: '',
  dialect: 'webui',
  seeds: [4n],
  widthPx: 64,
  heightPx: 64,
  steps: 2,
  guidance: 5,
  schedule: 'default',
  noiseSource: 'torch-cpu',
};

async function latentsOf(model: Model, changed: Partial<GenerationRequest> = {}) {
  const { pictures } = await generateImages(model, { ...request, ...changed });
  await model.close();
  return pictures[0]!.latents;
}

async function withCopy<T>(source: string, use: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(path.join(tmpdir(), 'easel-model-'));
  try {
    await cp(source, dir, { recursive: true });
    return await use(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** How far two pictures are apart, as a share of the first one's size. */
function distance(from: Float32Array, to: Float32Array): number {
  let [apart, size] = [0, 0];
  from.forEach((value, i) => {
    apart += (value - to[i]!) ** 2;
    size += value ** 2;
  });
  return Math.sqrt(apart / size);
}

/** A safetensors file of float32 tensors. */
async function writeTensors(file: string, tensors: Record<string, number[][]>): Promise<string> {
  let at = 0;
  const header = Object.entries(tensors).map(([name, rows]) => {
    const start = at;
    at += rows.flat().length * 4;
    const shape = [rows.length, rows[0]!.length];
    return [name, { dtype: 'F32', shape, data_offsets: [start, at] }];
  });
  const json = Buffer.from(JSON.stringify(Object.fromEntries(header)));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  const data = Float32Array.from(Object.values(tensors).flat(2));
  await writeFile(file, Buffer.concat([length, json, Buffer.from(data.buffer)]));
  return file;
}

test('a LoRA changes the hash, and so does its strength; none leaves it', async () => {
  const hashes: string[] = [];
  for (const loras of [[], [kohya], [{ ...kohya, strength: 0.8 }]]) {
    const model = await loadModel(SD_21, { loras });
    hashes.push(model.hash);
    await model.close();
  }
  expect(new Set(hashes).size).toBe(3);
  const plain = await loadModel(SD_21);
  expect(plain.hash).toBe(hashes[0]);
  await plain.close();
});

test('a prompt names LoRAs of the model’s folder, and none is left out silently', () =>
  withCopy(SD_21, async (dir) => {
    await mkdir(path.join(dir, 'loras'));
    const prompt = 'a moss boat <lora:kohya:0.7>';
    await expect(findLoras(dir, prompt)).rejects.toMatchObject({ field: 'prompt' });
    await copyFile(kohya.file, path.join(dir, 'loras/kohya.safetensors'));
    const loras = await findLoras(dir, prompt);
    expect(loras).toEqual([{ ...kohya, file: path.join(dir, 'loras/kohya.safetensors') }]);
    const named = await latentsOf(await loadModel(dir, { loras }), { prompt });
    expect(named).toEqual(await latentsOf(await loadModel(SD_21, { loras: [kohya] })));
    const other = latentsOf(await loadModel(dir, { loras: [kohya] }), { prompt: '<lora:moss:1>' });
    await expect(other).rejects.toThrow('This model has no LoRA "moss". It has: kohya.');
  }));

test('at strength 0 a LoRA changes nothing', async () => {
  const plain = await latentsOf(await loadModel(SD_21));
  const loras = [{ ...kohya, strength: 0 }];
  expect(await latentsOf(await loadModel(SD_21, { loras }))).toEqual(plain);
});

test.each([
  ['the wrong names', { 'unet.nowhere.lora_A.weight': [[1]], 'unet.nowhere.lora_B.weight': [[1]] }],
  ['another kind of adapter', { 'lora_unet_conv_in.hada_w1_a': [[1]] }],
  ['half a pair', { 'lora_unet_conv_in.lora_down.weight': [[1]] }],
  [
    'another model',
    { 'lora_unet_conv_in.lora_down.weight': [[1, 2]], 'lora_unet_conv_in.lora_up.weight': [[1]] },
  ],
  [
    'a second text encoder',
    {
      'lora_te2_encoder_layers_0_mlp_fc1.lora_down.weight': [[1]],
      'lora_te2_encoder_layers_0_mlp_fc1.lora_up.weight': [[1]],
    },
  ],
])('a LoRA with %s is refused by its key', (_, tensors) =>
  withCopy(SD_21, async (dir) => {
    const file = await writeTensors(path.join(dir, 'odd.safetensors'), tensors);
    const loading = loadModel(SD_21, { loras: [{ name: 'odd', file, strength: 1 }] });
    await expect(loading).rejects.toMatchObject({
      code: 'bad-model',
      field: 'odd',
      message: expect.stringContaining(Object.keys(tensors)[0]!) as string,
    });
  }),
);

test('a LoRA acts on float16 weights as on float32', () =>
  withCopy(SD_21, async (dir) => {
    const plain = await latentsOf(await loadModel(dir));
    const merged = await latentsOf(await loadModel(dir, { loras: [kohya] }));
    await copyFile(fixture('float16-unet.onnx'), path.join(dir, 'unet/model.onnx'));
    const half = await latentsOf(await loadModel(dir, { loras: [kohya] }));
    expect(distance(plain, merged)).toBeGreaterThan(0.1);
    expect(distance(merged, half)).toBeLessThan(0.03);
  }));

test('a word in the folder’s embeddings is read, and its weight acts on it', () =>
  withCopy(SD_21, async (dir) => {
    const plain = await latentsOf(await loadModel(dir));
    await mkdir(path.join(dir, 'embeddings'));
    await copyFile(fixture('moss.safetensors'), path.join(dir, 'embeddings/moss.safetensors'));
    const learned = await latentsOf(await loadModel(dir));
    const marked = await latentsOf(await loadModel(dir), { prompt: 'a <moss> boat' });
    const strong = await latentsOf(await loadModel(dir), { prompt: 'a (moss:1.4) boat' });
    expect(marked).toEqual(learned);
    expect(distance(plain, learned)).toBeGreaterThan(0.01);
    expect(distance(learned, strong)).toBeGreaterThan(0.001);
  }));

test('a word of another width is refused by its file', async () => {
  const loading = loadModel(GOLDEN_MODEL, { embeddings: [fixture('moss.safetensors')] });
  await expect(loading).rejects.toMatchObject({ code: 'bad-model', field: 'moss.safetensors' });
});

test('a layer that the text encoder has not is refused', async () => {
  const model = await loadModel(SD_21);
  const refusal = { code: 'bad-request', field: 'clipSkip' };
  await expect(generateImages(model, { ...request, clipSkip: 5 })).rejects.toMatchObject(refusal);
  await expect(generateImages(model, { ...request, clipSkip: 0 })).rejects.toMatchObject(refusal);
  await model.close();
  const without = await loadModel(GOLDEN_MODEL);
  const skipping = generateImages(without, { ...request, clipSkip: 2 });
  await expect(skipping).rejects.toMatchObject(refusal);
  await without.close();
});

test('clip skip 1 is the last layer, the one that is read anyway', async () => {
  const plain = await latentsOf(await loadModel(SD_21));
  expect(await latentsOf(await loadModel(SD_21), { clipSkip: 1 })).toEqual(plain);
});

test.each([
  ['float16-unet.onnx', 'unet/model.onnx', 0.03],
  ['int8-text-encoder.onnx', 'text_encoder/model.onnx', 0.3],
])('%s draws nearly the same', (graph, place, most) =>
  withCopy(SD_21, async (dir) => {
    const plain = await latentsOf(await loadModel(dir));
    await copyFile(fixture(graph), path.join(dir, place));
    const apart = distance(plain, await latentsOf(await loadModel(dir)));
    expect(apart).toBeGreaterThan(0);
    expect(apart).toBeLessThan(most);
  }),
);

test('weights in whole numbers can’t take a LoRA', () =>
  withCopy(SD_21, async (dir) => {
    await copyFile(fixture('int8-text-encoder.onnx'), path.join(dir, 'text_encoder/model.onnx'));
    const refusal = { code: 'bad-model', field: 'kohya' };
    await expect(loadModel(dir, { loras: [kohya] })).rejects.toMatchObject(refusal);
  }));

test('a model without its model.onnx_data is refused by its graph', () =>
  withCopy(fixture('tiny-sdxl'), async (dir) => {
    await rm(path.join(dir, 'text_encoder_2/model.onnx_data'));
    const refusal = { code: 'bad-model', field: 'text_encoder_2/model.onnx' };
    await expect(loadModel(dir)).rejects.toMatchObject(refusal);
  }));

test('a cut safetensors file is refused by its name', () =>
  withCopy(SD_21, async (dir) => {
    const file = path.join(dir, 'cut.safetensors');
    for (const bytes of [Buffer.alloc(4), Buffer.from('\u00ff'.repeat(40)), Buffer.alloc(9)]) {
      await writeFile(file, bytes);
      const refusal = { code: 'bad-model', field: 'cut.safetensors' };
      await expect(readSafetensors(file, 'cut.safetensors')).rejects.toMatchObject(refusal);
    }
  }));
