import { expect, it } from 'vitest';
import { fillSlot, findSlotWord } from './fill-slot.ts';

const places = ['on a beach', 'in a forest'];

it.each([
  ['begins an empty prompt', '', 'on a beach'],
  ['comes after what is there', 'a red house', 'a red house, on a beach'],
  ['comes after a comma once', 'a red house, ', 'a red house, on a beach'],
  ['takes the place of its neighbour', 'cat, in a forest, 3d', 'cat, on a beach, 3d'],
  ['takes the place of a weighted one', 'cat, in a forest:0.7, 3d', 'cat, on a beach, 3d'],
  ['goes when pressed again', 'cat, on a beach, 3d', 'cat, 3d'],
  ['goes with its weight', 'cat, (on a beach:1.3)', 'cat'],
  ['goes from the front', 'On a beach, cat', 'cat'],
])('a word %s', (_name, prompt, expected) => {
  expect(fillSlot(prompt, 'classroom', places, 'on a beach')).toBe(expected);
});

it('finds the word that fills a slot, as a whole phrase only', () => {
  expect(findSlotWord('cat, in a forest:0.7', 'classroom', places)).toBe('in a forest');
  expect(findSlotWord('cat in a forest', 'classroom', places)).toBeUndefined();
});
