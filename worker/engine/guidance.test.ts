import { expect, test } from 'vitest';
import { applyGuidance, embedGuidance, rescaleGuidance } from './guidance.ts';

const negative = (picture: number) => ({ picture, isNegative: true, share: 1 });
const positive = (picture: number, share = 1) => ({ picture, isNegative: false, share });

test('guidance goes past the positive prediction, each picture from its own negative one', () => {
  const out = new Float32Array(2);
  const rows = [negative(0), negative(1), positive(0), positive(1)];
  applyGuidance(Float32Array.of(1, 2, 3, 2), rows, 4, out);
  expect([...out]).toEqual([9, 2]);
});

test('prompts that are joined add up by their shares', () => {
  const out = new Float32Array(1);
  applyGuidance(Float32Array.of(1, 3, 5), [negative(0), positive(0), positive(0, 0.5)], 2, out);
  expect(out[0]).toBe(1 + 2 * (2 + 0.5 * 4));
});

test('without a negative prediction a picture is the mean of its prompts', () => {
  const out = new Float32Array(2);
  applyGuidance(Float32Array.of(4, 1, 7), [positive(0), positive(1, 1), positive(1, 2)], 1, out);
  expect([...out]).toEqual([4, 5]);
});

test('rescaled guidance has the spread of the positive prediction', () => {
  const rows = [negative(0), positive(0)];
  const output = Float32Array.of(0, 0, 0, 1, -1, 2);
  const out = new Float32Array(3);
  applyGuidance(output, rows, 5, out);
  rescaleGuidance(output, rows, 1, out);
  [1, -1, 2].forEach((x, i) => expect(out[i]).toBeCloseTo(x, 5));
  rescaleGuidance(output, rows, 0, out);
  [1, -1, 2].forEach((x, i) => expect(out[i]).toBeCloseTo(x, 5));
});

test('the guidance embedding is sine and cosine of 1000 (w - 1) over falling frequencies', () => {
  const embedding = embedGuidance(1.001, 4);
  const slow = 1 / 10000;
  const expected = [Math.sin(1), Math.sin(slow), Math.cos(1), Math.cos(slow)];
  expected.forEach((value, i) => expect(embedding[i]).toBeCloseTo(value, 5));
});
