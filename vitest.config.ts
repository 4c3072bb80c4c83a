import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const cores = availableParallelism();
const shared = {
  globalSetup: ['tests/database/global-setup.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

/** They time what they start, or kill it: with another test beside them they would measure that one, too. */
const ALONE = ['tests/{faults,load,queue,renders,tables}/**/*.test.{ts,tsx}'];
const TWO_OR_MORE = Math.max(2, cores - 1);

/**
 * Tests beside the code they test come first, then those of the whole, in tests/, which start sites and workers;
 * at the end those that need the machine for themselves, one file at a time on two cores.
 */
export default defineConfig({
  test: {
    pool: 'forks',
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'parts',
          include: ['{app,worker,lessons,models,scripts,prisma}/**/*.test.{ts,tsx}'],
          maxWorkers: TWO_OR_MORE,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'whole',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**', ...ALONE, 'node_modules/**'],
          maxWorkers: TWO_OR_MORE,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'alone',
          include: ALONE,
          maxWorkers: Math.max(1, cores - 1),
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
