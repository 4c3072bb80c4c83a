import '#tests/database/own-database.ts';
import { expect, test } from 'vitest';
import { generationFormSchema } from '#app/features/generations/generation-form.ts';
import { UserError } from '#app/platform/user-error.ts';
import { encodePng } from '#worker/engine/image/image-file.ts';
import { writePngTexts } from '#worker/engine/metadata/png-text.ts';
import { emptyDraft } from './draft.ts';
import { readDroppedSettings } from './read-dropped-settings.server.ts';

async function pngWith(texts: Record<string, string>): Promise<Uint8Array> {
  const data = new Uint8Array(8 * 8 * 3);
  return writePngTexts(await encodePng({ widthPx: 8, heightPx: 8, data }), texts);
}

test('fills the form from a WebUI picture, and says what it can’t take', async () => {
  const parameters =
    'a (red:1.2) house\nNegative prompt: fog\n' +
    'Steps: 25, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 6.5, Seed: 9007199254740993, ' +
    'Size: 512x768, Model hash: 6ce0161689, Model: v1-5-pruned, Clip skip: 2, Version: v1.10.1';
  const { changes, left } = await readDroppedSettings(await pngWith({ parameters }));
  expect(changes).toEqual({
    ...{ parentId: '', dialect: 'webui', prompt: 'a (red:1.2) house', negativePrompt: 'fog' },
    ...{ seed: '9007199254740993', steps: '25', guidance: '6.5', sampler: 'dpmpp-2m' },
    ...{ schedule: 'karras', size: '512x768' },
  });
  expect(left).toEqual(['Model: v1-5-pruned', 'Clip skip: 2', 'Version: v1.10.1']);
  const draft = emptyDraft({
    id: 'starter',
    sidePx: 128,
    defaults: { steps: 20, guidance: 4, sampler: 'euler' },
  });
  expect(generationFormSchema.parse({ ...draft, ...changes })).toMatchObject({
    seed: 9_007_199_254_740_993n,
  });
});

test('fills the form from a picture of Easel’s own, its model and way of writing weights included', async () => {
  const parameters =
    'a red house:1.2\nSteps: 20, Sampler: PLMS, CFG scale: 4, Seed: 1, Size: 128x128, ' +
    'Model: Easel starter, Prompt dialect: classroom';
  const { changes, left } = await readDroppedSettings(await pngWith({ parameters }));
  expect(changes).toMatchObject({ modelId: 'starter', dialect: 'classroom', sampler: 'pndm' });
  expect(left).toEqual([]);
});

test('fills the form from a ComfyUI picture', async () => {
  const graph = {
    '1': { class_type: 'CheckpointLoaderSimple', inputs: { ckpt_name: 'dream.safetensors' } },
    '2': { class_type: 'CLIPTextEncode', inputs: { text: 'a cat', clip: ['1', 1] } },
    '3': { class_type: 'CLIPTextEncode', inputs: { text: 'fog', clip: ['1', 1] } },
    '4': { class_type: 'EmptyLatentImage', inputs: { width: 512, height: 512, batch_size: 1 } },
    '5': {
      class_type: 'KSampler',
      inputs: {
        ...{ seed: 42, steps: 20, cfg: 8, sampler_name: 'res_multistep', scheduler: 'normal' },
        ...{ model: ['1', 0], positive: ['2', 0], negative: ['3', 0], latent_image: ['4', 0] },
      },
    },
  };
  const file = await pngWith({ prompt: JSON.stringify(graph) });
  const { changes, left } = await readDroppedSettings(file);
  expect(changes).toMatchObject({
    prompt: 'a cat',
    negativePrompt: 'fog',
    seed: '42',
    steps: '20',
  });
  expect(left).toEqual(['Sampler: res_multistep', 'Model: dream']);
});

test('leaves out what the form would refuse', async () => {
  const parameters =
    'a\nSteps: 9000, Sampler: Euler, CFG scale: 7, Seed: 18446744073709551615, Size: 333x512, Mood: "<b>"';
  const { changes, left } = await readDroppedSettings(await pngWith({ parameters }));
  expect(changes).toMatchObject({ sampler: 'euler', guidance: '7' });
  expect(left).toEqual(['Seed: 18446744073709551615', 'Steps: 9000', 'Size: 333x512', 'Mood: <b>']);
});

test('says little of a picture that names very much', async () => {
  const many = Array.from({ length: 200 }, (_, i) => `Name ${i}: ${'x'.repeat(90)}`).join(', ');
  const parameters = `a\nSteps: 20, Seed: 1, CFG scale: 7, ${many}`;
  const { left } = await readDroppedSettings(await pngWith({ parameters }));
  expect(left.length).toBeLessThan(20);
  expect(Math.max(...left.map(({ length }) => length))).toBeLessThan(100);
});

test('says so where there are none, or no picture', async () => {
  const bare = readDroppedSettings(await pngWith({}));
  await expect(bare).rejects.toBeInstanceOf(UserError);
  await expect(bare).rejects.toThrow('carries no settings');
  await expect(readDroppedSettings(Buffer.from('PK\x03\x04'))).rejects.toThrow('zip archive');
});
