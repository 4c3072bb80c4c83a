import { expect, test } from 'vitest';
import { weightTokens } from './weight-tokens.ts';

test('a weight changes its token and keeps the mean', () => {
  const vectors = Float32Array.of(1, 2, 3, 4);
  weightTokens(vectors, 1, [1, 2, 1, 1]);
  const expected = [0.833333, 3.333333, 2.5, 3.333333];
  expected.forEach((value, i) => expect(vectors[i]).toBeCloseTo(value, 5));
});

test('a mean of 0 is left alone', () => {
  const vectors = Float32Array.of(2, -1);
  weightTokens(vectors, 1, [1, 2]);
  expect([...vectors]).toEqual([2, -2]);
});
