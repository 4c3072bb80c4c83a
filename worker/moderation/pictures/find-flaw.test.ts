import { describe, expect, it } from 'vitest';
import path from 'node:path';
import { readFile } from 'node:fs/promises';
import { decodeImage } from '#worker/engine/image/image-file.ts';
import { findFlaw, isToBeWhole } from './find-flaw.ts';

const SIDE_PX = 32;
const paint = (color: (place: number) => number) => ({
  widthPx: SIDE_PX,
  heightPx: SIDE_PX,
  data: Uint8Array.from({ length: SIDE_PX * SIDE_PX * 3 }, (_, place) => color(place)),
});
/** The same numbers in every run. */
const scatter = (place: number) =>
  Math.abs(Math.trunc(Math.sin(place * 12.9898) * 43_758.5453)) % 256;

describe('findFlaw', () => {
  it.each([
    ['blank', 'black', paint(() => 0)],
    ['blank', 'one colour', paint((place) => [200, 40, 90][place % 3]!)],
    ['noise', 'noise', paint(scatter)],
    ['saturated', 'stripes', paint((place) => (Math.floor(place / 24) % 2 ? 255 : 0))],
  ])('finds %s: %s', (flaw, _, picture) => {
    expect(findFlaw(picture)).toBe(flaw);
  });

  it('finds none in a gradient, a soft picture, or a lesson’s', async () => {
    expect(findFlaw(paint((place) => Math.floor(place / 3 / SIDE_PX) * 8))).toBeNull();
    expect(findFlaw(paint((place) => 128 + 20 * Math.sin(place / 60)))).toBeNull();
    const file = await readFile(path.resolve('lessons/01-be-specific/target.png'));
    expect(findFlaw(await decodeImage(file, 'picture'))).toBeNull();
  });
});

it.each([
  ['20 steps', { steps: 20 }, true],
  ['2 steps', { steps: 2 }, false],
  ['2 steps of a distilled model', { steps: 2, sampler: 'lcm' }, true],
  ['an upload', { mode: 'upload' }, false],
])('expects a whole picture where there should be one: %s', (_, change, isWhole) => {
  const run = { mode: 'text-to-image', steps: 20, sampler: 'dpmpp-2m' };
  expect(isToBeWhole({ ...run, ...change })).toBe(isWhole);
});
