import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findModels } from './find-models.server.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'easel-models-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(id: string, files: Record<string, string>) {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, id, file)), { recursive: true });
    await writeFile(path.join(folder, id, file), text);
  }
}

it('reads a model’s name, licence, defaults, size and words from its folder', async () => {
  await put('tiny', {
    'model_index.json': '{}',
    'easel.json':
      '{"name":"Tiny","licence":"MIT","defaults":{"steps":8,"guidance":2.5,"sampler":"lcm","widthPx":128,"heightPx":128}}',
    'words.json': '{"words":["red"],"weak":["dog"],"subjects":["house"]}',
  });
  expect(await findModels(folder)).toEqual([
    {
      id: 'tiny',
      name: 'Tiny',
      licence: 'MIT',
      defaults: { steps: 8, guidance: 2.5, sampler: 'lcm' },
      sidePx: 128,
      // Nothing says how deep its networks are: the step that every Stable Diffusion model takes.
      sizeStepPx: 64,
      hasControl: false,
      hasEncoder: false,
      loras: [],
      canLearn: false,
      words: {
        known: ['red'],
        weak: ['dog'],
        slots: [{ name: 'Subject', words: ['house'] }],
      },
    },
  ]);
});

it('offers people, faces and hands in the ways that the model has seen', async () => {
  await put('tiny', {
    'model_index.json': '{}',
    'words.json': JSON.stringify({
      words: [],
      subjects: ['cat', 'person', 'hand'],
      poses: ['waving', 'sitting'],
      places: ['on the left'],
    }),
  });
  const [model] = await findModels(folder);
  expect(model?.words?.slots).toEqual([
    { name: 'Subject', words: ['cat', 'waving person', 'sitting person', 'hand'] },
    { name: 'Side', words: ['on the left'] },
  ]);
});

it('takes a folder that says nothing of itself as an ordinary model', async () => {
  await put('sd-15', { 'model_index.json': '{}' });
  expect(await findModels(folder)).toMatchObject([
    { id: 'sd-15', name: 'sd-15', licence: null, sidePx: 512, words: null },
  ]);
});

it('tells which pictures a folder can start from and be steered by', async () => {
  await put('whole', {
    'model_index.json': '{}',
    'unet/config.json': '{"block_out_channels":[64,128,256]}',
    'vae_encoder/model.onnx': '',
    'controlnet/model.onnx': '',
    'unet_controlled/model.onnx': '',
  });
  expect(await findModels(folder)).toMatchObject([
    { id: 'whole', hasControl: true, hasEncoder: true },
  ]);
});

it('keeps a model whose own files can’t be read, and leaves out what is no model', async () => {
  await put('broken', {
    'model_index.json': '{}',
    'easel.json': '{"defaults":{"steps":"many"}}',
    'words.json': '{"words":',
  });
  await put('training', { 'README.md': '# Training' });
  await writeFile(path.join(folder, 'catalog.ts'), '');
  expect(await findModels(folder)).toMatchObject([
    { id: 'broken', name: 'broken', defaults: { steps: 20 }, words: null },
  ]);
});

it('knows the name and the licence of a model of the catalog', async () => {
  await put('sd-1.5', { 'model_index.json': '{}' });
  expect(await findModels(folder)).toMatchObject([
    { name: 'Stable Diffusion 1.5', licence: 'CreativeML OpenRAIL-M' },
  ]);
});

it('names the starter first, then by name', async () => {
  for (const id of ['zebra', 'starter', 'apple']) await put(id, { 'model_index.json': '{}' });
  expect((await findModels(folder)).map(({ id }) => id)).toEqual(['starter', 'apple', 'zebra']);
});

it('knows the starter that ships', async () => {
  const starter = (await findModels('models')).find(({ id }) => id === 'starter');
  expect(starter).toMatchObject({
    name: 'Easel starter',
    licence: 'MIT',
    sidePx: 128,
    defaults: { steps: 20, guidance: 4 },
  });
  expect(starter?.words?.known).toContain('house');
});
