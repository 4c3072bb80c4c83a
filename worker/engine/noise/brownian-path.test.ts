import { expect, test } from 'vitest';
import { BrownianPath } from './brownian-path.ts';
import { TorchCpuNoise } from './torch-cpu.ts';

function openPath(seed: bigint): BrownianPath {
  const openNoise = (branch: bigint) => new TorchCpuNoise(branch);
  return new BrownianPath({ seed, size: 16, from: 0.0292, to: 14.614642, openNoise });
}

/** Seed, times, and the first four of 16 numbers that torchsde 0.2.6 gives. */
test.each([
  [5n, 7.1, 14.614642, [1.008419, -1.290419, -0.55743, -0.501936]],
  [5n, 0.5, 4.2, [0.083302, -0.649598, 0.987615, -1.146921]],
  [5n, 1.234567, 2.5, [2.397902, -1.591828, 0.986978, -1.056848]],
  [1099511627793n, 7.1, 14.614642, [0.930605, 0.366533, 0.662473, -0.342605]],
  [1099511627793n, 0.5, 4.2, [-0.310125, -0.319207, -0.978097, -0.368655]],
  [1099511627793n, 1.234567, 2.5, [-0.734113, -1.188527, -0.127944, -0.259729]],
] as [bigint, number, number, number[]][])(
  'seed %i from %f to %f is torchsde’s',
  (seed, from, to, expected) => {
    const noise = openPath(seed).unitNoise(from, to);
    expected.forEach((x, i) => expect(noise[i]).toBeCloseTo(x, 5));
  },
);

test('a path does not depend on when and where it is asked', () => {
  const [one, other] = [openPath(3n), openPath(3n)];
  other.unitNoise(0.5, 9);
  other.unitNoise(2, 14.6);
  expect(other.unitNoise(1, 4)).toEqual(one.unitNoise(1, 4));
  const parts = [one.unitNoise(1, 2), one.unitNoise(2, 4)] as const;
  one.unitNoise(1, 4).forEach((x, i) => {
    const moved = parts[0][i]! + parts[1][i]! * Math.SQRT2;
    expect(x * Math.sqrt(3)).toBeCloseTo(moved, 4);
  });
});
