import { expect, test } from 'vitest';
import { applyGuidance, embedGuidance } from './guidance.ts';

test('guidance goes past the conditional prediction', () => {
  const out = new Float32Array(2);
  applyGuidance(Float32Array.of(1, 2, 3, 2), 4, out);
  expect([...out]).toEqual([9, 2]);
});

test('the guidance embedding is sine and cosine of 1000 (w - 1) over falling frequencies', () => {
  const embedding = embedGuidance(1.001, 4);
  const slow = 1 / 10000;
  const expected = [Math.sin(1), Math.sin(slow), Math.cos(1), Math.cos(slow)];
  expected.forEach((value, i) => expect(embedding[i]).toBeCloseTo(value, 5));
});
