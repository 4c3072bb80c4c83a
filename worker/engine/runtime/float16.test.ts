import { expect, test } from 'vitest';
import { fromFloat16Bits, toFloat16Bits } from './float16.ts';

test.each([
  [1, 0x3c00],
  [-2, 0xc000],
  [65504, 0x7bff],
  [65520, 0x7c00],
  [2 ** -24, 0x0001],
  [2 ** -14, 0x0400],
  [0.1, 0x2e66],
  [1 + 2 ** -11, 0x3c00],
  [1 + 3 * 2 ** -11, 0x3c02],
  [2 - 2 ** -12, 0x4000],
  [Infinity, 0x7c00],
  [0, 0],
])('%d is %i in half precision', (value, bits) => {
  expect(toFloat16Bits(Float32Array.of(value))[0]).toBe(bits);
});

test('every half number survives both ways', () => {
  const all = Uint16Array.from({ length: 0x7c01 }, (_, i) => i);
  expect(toFloat16Bits(fromFloat16Bits(all))).toEqual(all);
});
