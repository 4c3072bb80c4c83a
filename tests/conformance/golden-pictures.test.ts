import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateImages, loadModel } from '#worker/engine/engine.ts';
import type { Model } from '#worker/engine/engine.ts';
import { parseCase, requestOfCase } from '#worker/cli/conformance-case.ts';

/** Of the reference's largest absolute value, and of 255. */
const LATENT_TOLERANCE = 2e-4;
const PIXEL_TOLERANCE = 2;

interface Reference {
  name: string;
  latents: string;
  latentsShape: number[];
  pixels: string;
}

const golden = new URL('../golden/', import.meta.url);
const { cases } = JSON.parse(await readFile(new URL('pictures.json', golden), 'utf8')) as {
  cases: Reference[];
};

let model: Model;
beforeAll(async () => {
  model = await loadModel(new URL('tiny-sd-onnx', golden).pathname);
});
afterAll(() => model.close());

test.each(cases)('$name is the picture that diffusers draws', async (reference) => {
  const { request, options } = requestOfCase(parseCase(reference), model.scheduler);
  const { pictures, latentsShape } = await generateImages(model, request, options);
  expect([pictures.length, ...latentsShape]).toEqual(reference.latentsShape);

  const latentBytes = new Uint8Array(Buffer.from(reference.latents, 'base64'));
  const expected = [...new Float32Array(latentBytes.buffer)];
  const drawn = pictures.flatMap(({ latents }) => [...latents]);
  const largest = Math.max(...expected.map(Math.abs));
  expect(largestDifference(drawn, expected) / largest).toBeLessThan(LATENT_TOLERANCE);

  const pixels = [...Buffer.from(reference.pixels, 'base64')];
  const drawnPixels = pictures.flatMap(({ image }) => [...image.data]);
  expect(largestDifference(drawnPixels, pixels)).toBeLessThanOrEqual(PIXEL_TOLERANCE);
});

function largestDifference(actual: number[], expected: number[]): number {
  expect(actual.length).toBe(expected.length);
  return Math.max(...expected.map((value, i) => Math.abs(value - actual[i]!)));
}
