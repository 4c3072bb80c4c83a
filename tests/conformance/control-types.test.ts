import { copyFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ControlType, GenerationRequest } from '#worker/engine/contract/request.ts';
import { generateImages, loadModel } from '#worker/engine/engine.ts';
import { fixture, withModelCopy } from './model-folder.ts';

function request(type: ControlType | undefined): GenerationRequest {
  const image = { widthPx: 64, heightPx: 64, data: new Uint8Array(64 * 64 * 3).fill(90) };
  return {
    prompt: 'a boat',
    negativePrompt: '',
    dialect: 'webui',
    seeds: [4n],
    widthPx: 64,
    heightPx: 64,
    steps: 2,
    guidance: 3,
    sampler: 'euler',
    schedule: 'default',
    noiseSource: 'torch-cpu',
    controls: [{ type, image, weight: 1, start: 0, end: 1 }],
  };
}

/** A model whose union network gives the sample times the number, from 1, of the type it is told. */
function withUnionModel<T>(
  use: (draw: (type: ControlType | undefined) => Promise<string>) => Promise<T>,
): Promise<T> {
  return withModelCopy(async (dir) => {
    await copyFile(fixture('union-control.onnx'), path.join(dir, 'controlnet/model.onnx'));
    await copyFile(fixture('union-unet.onnx'), path.join(dir, 'unet_controlled/model.onnx'));
    const model = await loadModel(dir);
    try {
      return await use(async (type) => {
        const { pictures } = await generateImages(model, request(type));
        return pictures[0]!.latents.join();
      });
    } finally {
      await model.close();
    }
  });
}

describe('a union network', () => {
  test('is told each kind of picture apart, and alike ones alike', () =>
    withUnionModel(async (draw) => {
      const kinds = ['pose', 'depth', 'scribble', 'canny', 'normal', 'segment'] as const;
      const drawn: string[] = [];
      for (const kind of kinds) drawn.push(await draw(kind));
      expect(new Set(drawn).size).toBe(kinds.length);
      expect(await draw('hand')).toBe(drawn[0]);
      expect(await draw('face')).toBe(drawn[0]);
      expect(await draw('line')).toBe(drawn[3]);
    }));

  test('refuses a type that it has no place for, and none', () =>
    withUnionModel(async (draw) => {
      await expect(draw('tile')).rejects.toMatchObject({ code: 'bad-request', field: 'controls' });
      await expect(draw(undefined)).rejects.toThrow(/what the control picture shows/);
    }));
});

test('a network that names its types refuses others by name', () =>
  withModelCopy(async (dir) => {
    const config = { control_types: ['line', 'scribble', 'pose'] };
    await writeFile(path.join(dir, 'controlnet/config.json'), JSON.stringify(config));
    const model = await loadModel(dir);
    await expect(generateImages(model, request('depth'))).rejects.toThrow(
      'can’t be steered by a depth picture. It knows: line, scribble, pose.',
    );
    for (const type of ['canny', 'hand', undefined] as const) {
      const { pictures } = await generateImages(model, request(type));
      expect(pictures).toHaveLength(1);
    }
    await model.close();
  }));
