import { copyFile, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { generateImages, loadModel } from '#worker/engine/engine.ts';
import type { TextToImageRequest } from '#worker/engine/contract/request.ts';
import { fixture, GOLDEN_MODEL, STARTER_MODEL, withModelCopy } from './model-folder.ts';

const request: TextToImageRequest = {
  prompt: 'a boat',
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

const needed = [
  'model_index.json',
  'scheduler/scheduler_config.json',
  'tokenizer/vocab.json',
  'tokenizer/merges.txt',
  'text_encoder/model.onnx',
  'unet/model.onnx',
  'unet/config.json',
  'vae_decoder/model.onnx',
  'vae_decoder/config.json',
];

test.each(needed)('a folder without %s is refused by its name', (file) =>
  withModelCopy(async (dir) => {
    await rm(path.join(dir, file));
    await expect(loadModel(dir)).rejects.toMatchObject({ code: 'bad-model', field: file });
  }),
);

test.each(needed)('a folder with half of %s is refused by its name', (file) =>
  withModelCopy(async (dir) => {
    const half = Math.floor((await readFile(path.join(dir, file))).length / 2);
    await truncate(path.join(dir, file), half);
    const refusal = { code: 'bad-model', field: file };
    // Half a list of merges is a shorter list of merges.
    if (file === 'tokenizer/merges.txt') await loadModel(dir).then((model) => model.close());
    else await expect(loadModel(dir)).rejects.toMatchObject(refusal);
  }),
);

test('a UNet of another model is refused', () =>
  withModelCopy(async (dir) => {
    await copyFile(path.join(STARTER_MODEL, 'unet/model.onnx'), path.join(dir, 'unet/model.onnx'));
    const refusal = { code: 'bad-model', field: 'unet/model.onnx' };
    await expect(loadModel(dir)).rejects.toMatchObject(refusal);
  }));

test('a folder that is not there is missing', async () => {
  await expect(loadModel('models/of-no-one')).rejects.toMatchObject({ code: 'model-missing' });
});

test('a device that the build lacks is named', async () => {
  const absent = process.platform === 'darwin' ? 'dml' : 'coreml';
  const loading = loadModel(GOLDEN_MODEL, { device: absent });
  await expect(loading).rejects.toMatchObject({ code: 'device-missing', field: 'EASEL_DEVICE' });
});

test('the hash is that of the files, wherever they lie', () =>
  withModelCopy(async (dir) => {
    const [original, copy] = await Promise.all([loadModel(GOLDEN_MODEL), loadModel(dir)]);
    expect(copy.hash).toBe(original.hash);
    expect(copy.hash).toMatch(/^[0-9a-f]{64}$/);
    await writeFile(path.join(dir, 'tokenizer/merges.txt'), '#version: 0.2\n');
    const changed = await loadModel(dir);
    expect(changed.hash).not.toBe(original.hash);
    await Promise.all([original.close(), copy.close(), changed.close()]);
  }));

test('Python’s -Infinity in a scheduler config is read', () =>
  withModelCopy(async (dir) => {
    const file = path.join(dir, 'scheduler/scheduler_config.json');
    const config = await readFile(file, 'utf8');
    await writeFile(file, config.replace('{', '{ "lambda_min_clipped": -Infinity,'));
    const model = await loadModel(dir);
    expect(model.scheduler._class_name).toBe('DDIMScheduler');
    await model.close();
  }));

test('a float16 UNet with a whole-number timestep draws', () =>
  withModelCopy(async (dir) => {
    await copyFile(fixture('half-unet.onnx'), path.join(dir, 'unet/model.onnx'));
    const model = await loadModel(dir);
    const { pictures } = await generateImages(model, request);
    expect(pictures[0]!.latents.every(Number.isFinite)).toBe(true);
    expect(pictures[0]!.latents.some((x) => x !== 0)).toBe(true);
    await model.close();
  }));

test('easel.json gives a name and defaults', async () => {
  const model = await loadModel(STARTER_MODEL);
  expect(model.name).toBe('Easel starter');
  expect(model.defaults).toMatchObject({ guidance: 4, widthPx: 128 });
  await model.close();
});
