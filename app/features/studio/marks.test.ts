import { expect, it } from 'vitest';
import { moveBox } from './marks.ts';

const box = { left: 10, top: 20, width: 30, height: 40 };
const within = { width: 128, height: 96 };

it.each([
  ['ArrowLeft', false, { ...box, left: 2 }],
  ['ArrowRight', false, { ...box, left: 18 }],
  ['ArrowUp', false, { ...box, top: 12 }],
  ['ArrowDown', true, { ...box, height: 48 }],
  ['ArrowLeft', true, { ...box, width: 22 }],
  ['Enter', false, box],
])('%s, resizing %s', (key, resizes, expected) => {
  expect(moveBox(box, key, { resizes, step: 8, within })).toEqual(expected);
});

it('stays inside the picture, and never vanishes', () => {
  const step = 500;
  const far = moveBox(box, 'ArrowRight', { resizes: false, step, within });
  expect(far.left + far.width).toBe(within.width);
  expect(moveBox(box, 'ArrowUp', { resizes: false, step, within }).top).toBe(0);
  expect(moveBox(box, 'ArrowDown', { resizes: true, step, within }).height).toBe(76);
  expect(moveBox(box, 'ArrowUp', { resizes: true, step, within }).height).toBe(1);
});
