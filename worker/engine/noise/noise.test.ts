import { expect, test } from 'vitest';
import { Mt19937 } from './mt19937.ts';
import { openNoise } from './open-noise.ts';
import type { NoiseSourceId } from '../contract/request.ts';

function draw(source: NoiseSourceId, seed: bigint, length: number): number[] {
  const out = new Float32Array(length);
  openNoise(source, seed).fill(out);
  return [...out];
}

function expectClose(actual: number[], expected: number[], tolerance = 2e-6): void {
  expected.forEach((value, i) => expect(Math.abs(actual[i]! - value)).toBeLessThan(tolerance));
}

test('the first Mersenne word is torch’s', () => {
  expect(new Mt19937(0n).nextUint32()).toBe(2357136044);
  expect(new Mt19937(42n).nextUint32()).toBe(1608637542);
  expect(new Mt19937(42n + 2n ** 32n).nextUint32()).toBe(1608637542);
});

test('torch noise: below 16 numbers, exactly 16, and with a tail drawn again', () => {
  expectClose(draw('torch-cpu', 0n, 5), [1.540996, -0.293429, -2.178789, 0.568431, -1.084522]);
  expectClose(
    draw('torch-cpu', 0n, 16),
    [
      -1.12584, -1.15236, -0.250579, -0.433879, 0.84871, 0.692009, -0.316013, -2.11522, 0.322275,
      -1.263335, 0.349983, 0.308134, 0.119842, 1.237658, 1.116777, -0.247278,
    ],
  );
  expectClose(
    draw('torch-cpu', 42n, 20),
    [
      1.926915, 1.487284, 0.900717, -2.105521, -0.758131, 1.078318, 0.800801, 1.680621, 0.35586,
      -0.686623, -0.493356, 0.241488, -0.231624, 0.041759, -0.251575, 0.859859, -0.309727, -0.39571,
      0.803409, -0.621595,
    ],
  );
  expectClose(draw('torch-cpu', 1234n, 4 * 64 * 64), [-0.111719, -0.49659, 0.163074, -0.881688]);
});

test('a second draw goes on from the first', () => {
  const noise = openNoise('torch-cpu', 0n);
  const first = new Float32Array(16);
  const second = new Float32Array(16);
  noise.fill(first);
  noise.fill(second);
  const both = draw('torch-cpu', 0n, 32);
  expectClose([...first, ...second], both, 1e-7);
});

test('Philox noise is the one that NVIDIA cards draw', () => {
  expectClose(
    draw('philox', 0n, 6),
    [-0.924662, -0.425344, -2.643846, 0.145184, -0.120866, -0.579726],
  );
});
