import { expect, test } from 'vitest';
import { leaveOut } from './leave-out.ts';

const PAD = 9;
/** Begin, four words, end, padding. */
const IDS = [1, 10, 20, 30, 40, 2, PAD];

const layersOf = (...words: [number, number, number, number]) =>
  leaveOut({ ids: IDS, weights: [1, ...words, 1, 1] }, PAD);

test('words of weight 0 are not said, and padding takes their places', () => {
  expect(layersOf(1, 0, 0, 1)).toEqual([
    {
      share: 1,
      chunk: { ids: [1, 10, 40, 2, PAD, PAD, PAD], weights: [1, 1, 1, 1, 1, 1, 1] },
      places: [0, 1, 4, 5, 6, 2, 3],
    },
  ]);
});

test('each weight below 1 is a layer, and the shares are the steps between them', () => {
  const layers = layersOf(0.7, 0.2, 1.5, 0.7);
  expect(layers.map(({ chunk }) => chunk.ids)).toEqual([
    [1, 30, 2, PAD, PAD, PAD, PAD],
    [1, 10, 30, 40, 2, PAD, PAD],
    IDS,
  ]);
  [0.3, 0.5, 0.2].forEach((share, i) => expect(layers[i]!.share).toBeCloseTo(share, 12));
});

test('a weight above 1 stays, for its vectors to be scaled; one below 0 counts as 0', () => {
  const [layer, ...others] = layersOf(1, -0.5, 1.5, 1);
  expect(others).toEqual([]);
  expect(layer!.chunk).toEqual({
    ids: [1, 10, 30, 40, 2, PAD, PAD],
    weights: [1, 1, 1.5, 1, 1, 1, 1],
  });
});
