import { expect, test } from 'vitest';
import { openNoise } from './open-noise.ts';
import { varyNoise } from './vary-noise.ts';

const shape = { height: 8, width: 8 };

function noiseOf(seed: bigint): Float32Array {
  const noise = new Float32Array(4 * 64);
  openNoise('torch-cpu', seed).fill(noise);
  return noise;
}

test('strength 0 is the seed’s noise, 1 the variation’s', () => {
  const [kept, turned] = [noiseOf(1n), noiseOf(1n)];
  varyNoise(kept, noiseOf(2n), shape, 0);
  varyNoise(turned, noiseOf(2n), shape, 1);
  noiseOf(1n).forEach((x, i) => expect(kept[i]).toBeCloseTo(x, 5));
  noiseOf(2n).forEach((x, i) => expect(turned[i]).toBeCloseTo(x, 5));
});

test('halfway is still noise of unit variance, and a noise varied by itself stays', () => {
  const half = noiseOf(1n);
  varyNoise(half, noiseOf(2n), shape, 0.5);
  const power = half.reduce((sum, x) => sum + x * x, 0) / half.length;
  expect(power).toBeGreaterThan(0.8);
  expect(power).toBeLessThan(1.2);
  const same = noiseOf(3n);
  varyNoise(same, noiseOf(3n), shape, 0.4);
  noiseOf(3n).forEach((x, i) => expect(same[i]).toBeCloseTo(x, 5));
});
