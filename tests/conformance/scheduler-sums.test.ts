import { expect, test } from 'vitest';
import { measureSum, schedulerSums } from './scheduler-sums.ts';

/** diffusers gives its sums to two places and its means to three. */
const TOLERANCE = { sum: 1e-2, mean: 1e-3 };

test.each(schedulerSums)(
  '$name has the $of that diffusers’ own test expects: $expected',
  (expectation) => {
    const difference = Math.abs(measureSum(expectation) - expectation.expected);
    expect(difference).toBeLessThan(TOLERANCE[expectation.of]);
  },
);
