import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadModel } from '#worker/engine/engine.ts';
import type { Model } from '#worker/engine/engine.ts';
import { decodeImage } from '#worker/engine/image/image-file.ts';
import { drawLessonPicture, LESSON_MODEL_DIR, listLessonPictures } from './make-lesson-pictures.ts';

/** Of 255: another processor rounds differently, another prompt draws another picture. */
const LARGEST_MEAN_DIFFERENCE = 1;

const pictures = await listLessonPictures();
let model: Model;

beforeAll(async () => {
  model = await loadModel(LESSON_MODEL_DIR);
});
afterAll(() => model.close());

it('finds the lessons’ pictures', () => {
  expect(pictures.length).toBeGreaterThan(30);
});

it.each(pictures.map(({ file, picture }) => [path.relative('.', file), file, picture] as const))(
  '%s is what the model draws from its prompt',
  async (_name, file, picture) => {
    const kept = await decodeImage(await readFile(file), 'image');
    const drawn = await drawLessonPicture(model, picture, path.dirname(file));
    expect(kept.data).toHaveLength(drawn.data.length);
    const sum = drawn.data.reduce((total, byte, at) => total + Math.abs(byte - kept.data[at]!), 0);
    expect(sum / drawn.data.length).toBeLessThan(LARGEST_MEAN_DIFFERENCE);
  },
);
