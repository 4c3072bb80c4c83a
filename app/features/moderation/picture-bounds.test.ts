import { access } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { MODELS_IN_THE_BOX } from '#models/catalog.ts';
import { DEFAULT_BOUNDS } from '#worker/moderation/pictures/verdict.ts';
import { boundsFor } from './picture-bounds.ts';
import { PICTURE_SETTINGS } from './rules.ts';

const words = {
  mode: 'text-to-image',
  modelId: 'starter',
  prompt: 'a waving person',
  controls: [],
  concepts: [],
};
const sketch = { type: 'scribble', sha256: 'a', weight: 1, start: 0, end: 1 };
const taught = { conceptId: 'a', name: 'momo', kind: 'word', sha256: 'a', strength: 1 };

it('holds what words alone drew with a model in the box only where the gate is nearly sure', () => {
  for (const bounds of [DEFAULT_BOUNDS, PICTURE_SETTINGS.eased])
    for (const bound of Object.values(boundsFor(words, bounds))) expect(bound).toBe(0.97);
});

it('holds an enlargement where it would hold the picture that it comes from', () => {
  const enlarged = { ...words, mode: 'upscale', modelId: 'starter-x4', parent: words };
  expect(boundsFor(enlarged, DEFAULT_BOUNDS)).toEqual(boundsFor(words, DEFAULT_BOUNDS));
});

it('keeps bounds that are stricter than usual', () => {
  expect(boundsFor(words, PICTURE_SETTINGS.strict)).toEqual(PICTURE_SETTINGS.strict);
});

it.each([
  ['begins with a picture', { mode: 'image-to-image' }],
  ['is painted into a picture', { mode: 'inpaint' }],
  ['is uploaded', { mode: 'upload' }],
  ['is enlarged, and was uploaded', { mode: 'upscale', parent: { ...words, mode: 'upload' } }],
  ['is enlarged from one that is gone', { mode: 'upscale', parent: null }],
  ['follows a sketch', { controls: [sketch] }],
  ['names a taught word', { concepts: [taught] }],
  ['names a LoRA', { prompt: 'a house <lora:ink:0.8>' }],
  ['comes from another model', { modelId: 'sd-1.5' }],
])('keeps the class’s bounds where a picture %s', (_, change) => {
  expect(boundsFor({ ...words, ...change }, DEFAULT_BOUNDS)).toEqual(DEFAULT_BOUNDS);
});

it('knows the models in the box, each with a card', async () => {
  for (const id of MODELS_IN_THE_BOX) await access(`models/${id}/README.md`);
});
