import { describe, expect, it } from 'vitest';
import type { WordHeatmap } from '#worker/engine/contract/result.ts';
import { addTranslator } from '#app/platform/translator.ts';
import { findOverlays, uniteWords } from './find-overlays.ts';
import { findPlace, sayPlace } from './find-place.ts';
import { heatColour } from './heat-colours.ts';
import { packHeatmaps, unpackHeatmap } from './pack-heatmaps.ts';

const SIDE = 16;
const { t } = addTranslator('en', {});

/** A map that is 1 where `isHot` says so, and 0 elsewhere. */
function map(isHot: (x: number, y: number) => boolean, text = 'cat'): WordHeatmap {
  const values = Float32Array.from({ length: SIDE * SIDE }, (_, at) =>
    Number(isHot(at % SIDE, Math.floor(at / SIDE))),
  );
  return { text, width: SIDE, height: SIDE, values };
}

describe('the place of a word', () => {
  it.each([
    ['mostly in the lower left', map((x, y) => x < 5 && y > 10)],
    ['mostly at the top', map((x, y) => x > 5 && x < 10 && y < 5)],
    ['mostly in the middle', map((x, y) => x > 5 && x < 10 && y > 5 && y < 10)],
    ['mostly on the left and on the right', map((x, y) => (x < 5 || x > 10) && y > 5 && y < 10)],
    ['all over the picture', map(() => true)],
    ['all over the picture', map((x, y) => (x + y) % 2 === 0)],
  ])('says %s', (where, heatmap) => {
    expect(sayPlace(t, findPlace(heatmap))).toBe(where);
  });
});

it('keeps maps in a byte a place, within half a step of 255', () => {
  const ramp = { ...map(() => false), values: Float32Array.from({ length: 256 }, (_, i) => 3 + i) };
  const packed = packHeatmaps([map((x) => x < 3, 'a'), ramp]);
  expect(packed).toMatchObject({ words: ['a', 'cat'], widthPlaces: SIDE, heightPlaces: SIDE });
  const { values } = unpackHeatmap(packed, 1)!;
  values.forEach((value, at) => expect(value).toBeCloseTo(at / 255, 2.5));
  expect(unpackHeatmap(packed, 2)).toBeNull();
  expect(packHeatmaps([]).words).toEqual([]);
});

it('grows brighter from the coldest to the hottest colour, for who tells no colours apart', () => {
  const luminance = (value: number) => {
    const [red, green, blue] = heatColour(value);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const steps = Array.from({ length: 41 }, (_, at) => luminance(at / 40));
  steps.slice(1).forEach((value, at) => expect(value).toBeGreaterThan(steps[at]!));
});

it('lays a chosen word over each picture that has it, and says so of the others', () => {
  const status = (pictureId: string, words: string[]) => ({
    pictureId,
    state: 'ready' as const,
    step: 0,
    steps: 0,
    reason: null,
    words: words.map((text) => ({ text, place: ['on the left' as const] })),
  });
  const statuses = [status('one', ['a', 'Cat', 'a', 'hat']), status('two', ['a', 'cat'])];
  const words = uniteWords(statuses);
  expect(words.map(({ label }) => label)).toEqual(['a', 'Cat', 'a (2)', 'hat']);
  const pictures = [
    { id: 'one', label: 'A' },
    { id: 'two', label: 'B' },
  ];
  const cat = findOverlays({ pictures, statuses, chosen: words[1], t });
  expect(Object.values(cat.overlays).map(({ src }) => src)).toEqual([
    '/pictures/one/heatmaps/1',
    '/pictures/two/heatmaps/1',
  ]);
  const hat = findOverlays({ pictures, statuses, chosen: words[3], t });
  expect(hat.sentences).toEqual([
    'Picture A: “hat” was looked for mostly on the left.',
    'Picture B: “hat” is not in its prompt.',
  ]);
  expect(Object.keys(hat.overlays)).toEqual(['one']);
});
